namespace LeadRouter.Domain.Reps;

/// <summary>The rules of a rep: presence, capacity, pauses. Pure; holds never exceed the capacity.</summary>
public static class RepDecider
{
    /// <summary>Screens a rep can have open at once; the oldest gives way.</summary>
    public const int MaxConnections = 20;

    /// <summary>How long a reservation may go without the lead's word before the lead is asked.</summary>
    internal static readonly TimeSpan VerifyReserved = TimeSpan.FromSeconds(30);

    /// <summary>The same for a lead that is owned.</summary>
    internal static readonly TimeSpan VerifyOwned = TimeSpan.FromMinutes(10);

    /// <summary>Decides one command.</summary>
    /// <param name="rep">Null when the rep does not exist yet.</param>
    public static RepDecision Decide(Rep? rep, RepCommand command, RepContext context)
    {
        if (command is RegisterRep register)
            return rep is null ? RepDecision.Of(new RepRegistered(register.RepId, register.Profile) { At = context.Now }) : RepDecision.Nothing;
        if (rep is null)
            return RepDecision.Refuse("rep_not_found", "There is no such rep.");
        return command switch
        {
            ChangeRepProfile c => ChangeProfile(rep, c, context),
            ConnectRep c => Connect(rep, c, context),
            DisconnectRep c => Disconnect(rep, c, context),
            ResetRepConnections => Reset(rep, context),
            LoseServer c => Lose(rep, c, context),
            SetRepPresence c => SetPresence(rep, c, context),
            ReservePlace c => Reserve(rep, c, context),
            ReportHold c => HoldRules.Report(rep, c, context),
            WakeRep => Wake(rep, context),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static RepDecision ChangeProfile(Rep rep, ChangeRepProfile command, RepContext context)
    {
        var changed = new RepProfileChanged(command.Profile) { At = context.Now };
        return command.Profile.Active || rep.Presence == Presence.Offline
            ? RepDecision.Of(changed)
            : RepDecision.Of(changed, new PresenceChanged(Presence.Offline, "deactivated", null) { At = context.Now });
    }

    private static RepDecision Connect(Rep rep, ConnectRep command, RepContext context)
    {
        if (rep.Connections.Contains(command.Connection))
            return RepDecision.Nothing;
        var connected = new RepConnected(command.Connection) { At = context.Now };
        return rep.Connections.Count < MaxConnections
            ? RepDecision.Of(connected)
            : RepDecision.Of(new RepDisconnected(rep.Connections[0], null) { At = context.Now }, connected);
    }

    private static RepDecision Disconnect(Rep rep, DisconnectRep command, RepContext context)
    {
        if (!rep.Connections.Contains(command.Connection))
            return RepDecision.Nothing;
        return RepDecision.Of(new RepDisconnected(command.Connection, rep.Connections.Count == 1 ? GraceEnd(rep, context) : null) { At = context.Now });
    }

    private static RepDecision Lose(Rep rep, LoseServer command, RepContext context)
    {
        var lost = rep.Connections.Where(connection => ConnectionName.ServerOf(connection) == command.Server).ToList();
        return new RepDecision([.. lost.Select((connection, i) =>
            new RepDisconnected(connection, i + 1 == rep.Connections.Count ? GraceEnd(rep, context) : null) { At = context.Now })]);
    }

    /// <summary>The grace begins anew, also for who had lost the desk before: nobody could come back while the server was down.</summary>
    private static RepDecision Reset(Rep rep, RepContext context)
    {
        var graceEndsAt = GraceEnd(rep, context);
        return rep.IsConnected || rep.GraceEndsAt != graceEndsAt
            ? RepDecision.Of(new RepConnectionsReset(graceEndsAt) { At = context.Now })
            : RepDecision.Nothing;
    }

    private static DateTimeOffset? GraceEnd(Rep rep, RepContext context) => rep.Presence == Presence.Offline
        ? null
        : context.Now.AddSeconds(context.Pause.PresenceGraceSeconds);

    private static RepDecision SetPresence(Rep rep, SetRepPresence command, RepContext context)
    {
        if (command.Presence != Presence.Offline && !rep.Profile.Active)
            return RepDecision.Refuse("rep_inactive", "This rep is deactivated; activate the rep first.");
        if (command.Presence == Presence.Available && !rep.IsConnected)
            return RepDecision.Refuse("rep_not_connected", "The rep's desk is not open; nothing could ring there.");
        return command.Presence == rep.Presence && command.Reason == rep.PresenceReason
            ? RepDecision.Nothing
            : RepDecision.Of(new PresenceChanged(command.Presence, command.Reason, command.By) { At = context.Now });
    }

    private static RepDecision Reserve(Rep rep, ReservePlace command, RepContext context)
    {
        if (rep.HoldOn(command.LeadId) is not null)
            return RepDecision.Refuse("already_held", "The rep has this lead already.");
        if (command.Own && rep.Free == 0)
            return RepDecision.Refuse("at_capacity", "Finish the lead you are working on first.");
        if (!command.Own && !rep.CanTake)
            return RepDecision.Refuse("not_free", "The rep cannot take a lead now.");
        return RepDecision.Of(new PlaceReserved(command.LeadId, rep.LastTicket + 1, context.Now + VerifyReserved) { At = context.Now });
    }

    private static RepDecision Wake(Rep rep, RepContext context)
    {
        var events = new List<RepEvent>();
        if (rep.GraceEndsAt <= context.Now && !rep.IsConnected)
            events.Add(new PresenceChanged(Presence.Offline, "connectionLost", null) { At = context.Now });
        long[] late = [.. rep.Holds.Where(hold => hold.VerifyAt <= context.Now).Select(hold => hold.Ticket)];
        if (late.Length > 0)
            events.Add(new HoldsVerified(late, context.Now + VerifyReserved) { At = context.Now });
        return new RepDecision(events);
    }
}
