using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>Holds what the reps were told against the leads' timelines.</summary>
internal static class OwnerChecks
{
    /// <summary>A yes to an accept stands for ever, a no too; and nobody owns what nobody accepted.</summary>
    public static IEnumerable<string> Accepts(Witness world, IReadOnlyDictionary<string, LeadHistory> leads)
    {
        foreach (var tries in world.Accepts.GroupBy(seen => (seen.OfferId, seen.LeadId, seen.RepId)))
        {
            var (offer, lead, rep) = tries.Key;
            var winner = leads.GetValueOrDefault(lead)?.Accepted.GetValueOrDefault(offer);
            if (tries.Any(seen => seen.Reply is { Ok: true }) && winner != rep)
                yield return $"Rep {rep} was told that offer {offer} of lead {lead} is accepted; by the timeline it went to {winner ?? "nobody"}.";
            // Who was refused may try again, on the next screen for one; then another answer, or one that was lost, explains it.
            if (winner == rep && tries.All(seen => seen.Reply is { Ok: false, Refusal.Code: not "try_again" }))
                yield return $"Rep {rep} was told {string.Join(" and ", tries.Select(seen => seen.Reply!.Refusal?.Code))} about offer {offer} of lead {lead}, and owns it.";
        }

        var tried = world.Accepts.Select(seen => (seen.OfferId, seen.RepId)).ToHashSet();
        foreach (var (offer, rep) in leads.Values.SelectMany(lead => lead.Accepted))
        {
            if (!tried.Contains((offer, rep)))
                yield return $"Offer {offer} went to rep {rep}, who never accepted it.";
        }
    }

    /// <summary>What a State left out had ended by then.</summary>
    public static IEnumerable<string> Absences(Witness world, IReadOnlyDictionary<string, LeadHistory> leads)
    {
        foreach (var absence in world.Absences)
        {
            if (leads.GetValueOrDefault(absence.LeadId) is not { } lead)
                continue;
            var explained = absence.OfferId is { } offer
                ? lead.OfferOver.TryGetValue(offer, out var over) && over <= absence.ServerTime
                : lead.Disowned.Any(end => end.Rep == absence.RepId && end.At <= absence.ServerTime);
            if (!explained)
                yield return $"The State of {absence.ServerTime:O} hid {(absence.OfferId is null ? "the rep's own lead" : "the open offer " + absence.OfferId + " of lead")} {absence.LeadId} from rep {absence.RepId}.";
        }
    }

    /// <summary>What a rep said and was answered ok is in the timeline.</summary>
    public static IEnumerable<string> Dispositions(Witness world, IReadOnlyDictionary<string, LeadHistory> leads)
    {
        foreach (var (leadId, rep, disposition) in world.Completed)
        {
            if (leads.GetValueOrDefault(leadId)?.Dispositions.Contains((rep, disposition)) != true)
                yield return $"Rep {rep} completed lead {leadId} with '{disposition}', was answered ok, and the timeline does not know it.";
        }
    }

    /// <summary>Who waited when the leads were read is on the board that was read after them.</summary>
    public static IEnumerable<string> Waiting(BoardDto board, IReadOnlyDictionary<string, LeadHistory> leads)
    {
        var waiting = leads.Values.Count(lead => lead.Lead.State == "waiting");
        if (board.Totals.Waiting < waiting)
            yield return $"Stuck: {waiting} leads wait, and the board knows of {board.Totals.Waiting}.";
    }

    /// <summary>At no instant did the leads of a rep take up more places than the rep has.</summary>
    public static IEnumerable<string> Capacity(IReadOnlyDictionary<string, LeadHistory> leads, IReadOnlyDictionary<string, int> capacities)
    {
        foreach (var rep in leads.Values.SelectMany(lead => lead.Holds).GroupBy(hold => hold.Rep))
        {
            // At one and the same instant the end of a hold comes before the beginning of another.
            var changes = rep.SelectMany(hold => new[] { (At: hold.From, Change: 1), (At: hold.To, Change: -1) }).Order();
            int held = 0, most = 0;
            foreach (var (_, change) in changes)
                most = Math.Max(most, held += change);
            if (most > capacities[rep.Key])
                yield return $"Rep {rep.Key} has room for {capacities[rep.Key]} leads and held {most} at once.";
        }
    }
}
