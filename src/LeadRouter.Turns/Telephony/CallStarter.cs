namespace LeadRouter.Turns.Telephony;

/// <summary>One click of a rep to a call: makes room for a lead that was put off, and asks the lead for the attempt.</summary>
/// <param name="hasCarrier">False: the rep dials by hand, and nothing but the click proves it.</param>
public sealed class CallStarter(IActorSystem actors, IIdSource ids, TimeProvider time, bool hasCarrier)
{
    /// <summary>The rep asks the lead about a place that was set aside when its time is up; a call that comes so late is refused before.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Nobody else's lead can be called, nor one that does not exist.</summary>
    public static readonly Refusal NotOwner = new("not_owner", "Only the rep who owns the lead can call it.");

    /// <summary>The lead after it, or the refusal.</summary>
    public async Task<LeadReply> StartAsync(RepId rep, LeadId lead, CancellationToken cancel)
    {
        var leadAddress = new ActorId(ActorKinds.Lead, lead.Value);
        var before = await actors.AskAsync(leadAddress, new GetLead(), cancel);
        if (before.Lead is not { } known || known.Owner != rep)
            return before with { Refusal = NotOwner };
        var ticket = known.OwnerTicket;
        DateTimeOffset? placeEndsAt = null;
        if (ticket is null && !known.IsClosed)
        {
            var place = await actors.AskAsync(new ActorId(ActorKinds.Rep, rep.Value), new AskRep(new ReservePlace(lead, Own: true)), cancel);
            if (place.Refusal is { } refusal)
                return before with { Refusal = refusal };
            ticket = place.Ticket;
            placeEndsAt = place.Rep!.Holds.First(hold => hold.Ticket == ticket).VerifyAt - Margin;
        }

        var attempt = new AttemptId(ids.NewId(time.GetUtcNow()));
        var reply = await actors.AskAsync(leadAddress, new AskLead(new RequestCall(rep, ticket ?? 0, attempt, Manual: !hasCarrier) { PlaceEndsAt = placeEndsAt }), cancel);
        if (reply.Refusal is not null && known.OwnerTicket is null && ticket is { } unused)
            actors.Tell(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new ReportHold(lead, unused, false, HoldEnd.Gone)));
        return reply;
    }
}
