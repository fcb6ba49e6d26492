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

        var request = new RequestCall(rep, ticket ?? 0, new AttemptId(ids.NewId(time.GetUtcNow())), Manual: !hasCarrier) { PlaceEndsAt = placeEndsAt };
        return placeEndsAt is null ? await actors.AskAsync(leadAddress, new AskLead(request), cancel) : await AskInPlaceAsync(leadAddress, request, cancel);
    }

    /// <summary>
    /// Asks for the call for which a place was set aside, and has the lead tell the rep at once when the place was for nothing. Until then
    /// the rep could not be offered that very lead, and who comes first for it would keep it from everybody.
    /// </summary>
    private async Task<LeadReply> AskInPlaceAsync(ActorId lead, RequestCall request, CancellationToken cancel)
    {
        LeadReply? reply = null;
        try
        {
            return reply = await actors.AskAsync(lead, new AskLead(request), cancel);
        }
        finally
        {
            // Without an answer it may have been done all the same: only the lead knows.
            if (reply is null or { Refusal: not null })
                actors.Tell(lead, new CheckHold(request.RepId, request.Ticket));
        }
    }
}
