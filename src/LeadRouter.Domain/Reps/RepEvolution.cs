namespace LeadRouter.Domain.Reps;

/// <summary>Applies what happened: the only way a rep changes.</summary>
public static class RepEvolution
{
    /// <summary>The state after the event; a rep begins with <see cref="RepRegistered"/>.</summary>
    /// <exception cref="InvalidOperationException">The journal is broken.</exception>
    public static Rep Evolve(Rep? rep, RepEvent happened)
    {
        if (happened is RepRegistered registered)
            return new Rep { Id = registered.RepId, Sequence = 1, Profile = registered.Profile, PresenceSince = registered.At, IdleSince = registered.At };
        if (rep is null)
            throw new InvalidOperationException($"A rep's journal begins with RepRegistered, not {happened.GetType().Name}.");
        return Apply(rep, happened, rep.Sequence + 1);
    }

    /// <summary>Folds events in order.</summary>
    public static Rep? Replay(Rep? rep, IReadOnlyList<RepEvent> events) => events.Aggregate(rep, Evolve);

    private static Rep Apply(Rep rep, RepEvent happened, long sequence) => happened switch
    {
        RepProfileChanged e => rep with { Sequence = sequence, Profile = e.Profile },
        RepConnected e => rep with { Sequence = sequence, Connections = [.. rep.Connections.Where(c => c != e.Connection), e.Connection], GraceEndsAt = null },
        RepDisconnected e => rep with { Sequence = sequence, Connections = [.. rep.Connections.Where(c => c != e.Connection)], GraceEndsAt = e.GraceEndsAt },
        RepConnectionsReset e => rep with { Sequence = sequence, Connections = [], GraceEndsAt = e.GraceEndsAt },
        PresenceChanged e => rep with
        {
            Sequence = sequence,
            Presence = e.Presence,
            PresenceReason = e.Reason,
            PresenceSince = e.At,
            MissedInRow = 0,
            GraceEndsAt = e.Presence == Presence.Offline ? null : rep.GraceEndsAt,
            IdleSince = e.Presence == Presence.Available ? e.At : rep.IdleSince,
        },
        PlaceReserved e => rep with { Sequence = sequence, LastTicket = e.Ticket, Holds = [.. rep.Holds, new Hold(e.LeadId, e.Ticket, false, e.At, e.VerifyAt)] },
        HoldOwned e => rep with { Sequence = sequence, MissedInRow = 0, Holds = Changed(rep.Holds, e) },
        HoldEnded e => rep with
        {
            Sequence = sequence,
            Holds = rep.Holds.Where(hold => hold.Ticket != e.Ticket).ToArray(),
            IdleSince = e.Why == HoldEnd.Gone ? rep.IdleSince : e.At,
            Worked = e.DayEndsAt is { } dayEndsAt && !e.LeadId.IsTest && rep.HoldOn(e.LeadId) is { Owned: true } ? rep.Worked.Add(e.At, dayEndsAt) : rep.Worked,
            MissedInRow = e.Why switch { HoldEnd.Missed => rep.MissedInRow + 1, HoldEnd.Declined => 0, _ => rep.MissedInRow },
        },
        HoldsVerified e => rep with { Sequence = sequence, Holds = Changed(rep.Holds, e) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };

    private static Hold[] Changed(IReadOnlyList<Hold> holds, RepEvent happened) => [.. holds.Select(hold => Apply(hold, happened))];

    private static Hold Apply(Hold hold, RepEvent happened) => happened switch
    {
        HoldOwned e when e.Ticket == hold.Ticket => hold with { Owned = true, VerifyAt = e.VerifyAt },
        HoldsVerified e when e.Tickets.Contains(hold.Ticket) => hold with { VerifyAt = e.VerifyAt },
        _ => hold,
    };
}
