using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>
/// The chosen rep is the best by the rule that is named, who is called eligible could have had the lead, and who was left out had to be,
/// for the reason that is given. What is judged is whoever has been as he or she is for a while before and a while after: of
/// others the queue may have known less or more.
/// </summary>
internal sealed class BestRep(Verdict verdict, JournalReader journal, Calm calm, Roster roster) : Checker(verdict)
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(2.5);

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        if (happened is not LeadOffered offered || !calm.Has(Before) || journal.Rep(offered.RepId) is not { } chosen || !roster.IsSettled(chosen.Id))
            return;
        var decision = offered.Decision;
        if (decision.Rule is not (RoutingDecision.OwnerFirst or RoutingDecision.SupervisorChoice))
        {
            var isChosenQuiet = calm.Now - chosen.ChangedBefore(offered.Ticket) >= Before;
            foreach (var rep in isChosenQuiet ? journal.Reps : [])
            {
                if (rep != chosen && calm.IsQuiet(rep, Before) && IsEligible(lead, rep, decision.At) && IsBetter(rep, chosen, offered))
                    Doubt(rep, $"lead {lead.Id} rings at {chosen.Id} (idle since {chosen.IdleSince:O}, {chosen.Places.Keys.Count(ticket => ticket < offered.Ticket)} held, {chosen.WorkedAt(decision.At)} today) by {decision.Rule}, though {rep.Id} (idle since {rep.IdleSince:O}, {rep.Places.Count} held, {rep.WorkedAt(decision.At)} today) comes first");
            }
        }

        foreach (var excluded in decision.Excluded)
        {
            if (journal.Rep(excluded.RepId) is { } rep && rep != chosen && calm.IsQuiet(rep, Before) && !IsTrue(excluded.Reason, lead, rep, decision))
                Doubt(rep, $"{rep.Id} was left out of the decision on {lead.Id} at {decision.At:O} for {excluded.Reason}, and is {rep.Presence} with {rep.Connections.Count} connections and {rep.Free} free");
        }

        foreach (var id in decision.Eligible)
        {
            if (id != chosen.Id && journal.Rep(id) is { } rep && calm.IsQuiet(rep, Before) && !IsEligible(lead, rep, decision.At))
                Doubt(rep, $"{rep.Id} is called eligible for {lead.Id} at {decision.At:O}, and is {rep.Presence} with {rep.Connections.Count} connections and {rep.Free} free");
        }
    }

    private bool IsEligible(LeadHistory lead, RepHistory rep, DateTimeOffset at) =>
        rep.IsThere && rep.Free > 0 && roster.MayTake(rep.Id, lead.Queue, lead.Post!.Language) && lead.Passes.All(pass => pass.Rep != rep.Id || pass.Until <= at);

    /// <summary>The chosen one has the place of this decision by now, and perhaps later ones.</summary>
    private static bool IsBetter(RepHistory rep, RepHistory chosen, LeadOffered offered)
    {
        var at = offered.Decision.At;
        var (held, chosenHeld) = (rep.Places.Count, chosen.Places.Keys.Count(ticket => ticket < offered.Ticket));
        var (today, chosenToday) = offered.Decision.Rule == "fewestToday" ? (rep.WorkedAt(at) + held, chosen.WorkedAt(at) + chosenHeld) : (0, 0);
        return (today, held, rep.IdleSince, rep.Id.Value).CompareTo((chosenToday, chosenHeld, chosen.IdleSince, chosen.Id.Value)) < 0;
    }

    private bool IsTrue(ExclusionReason reason, LeadHistory lead, RepHistory rep, RoutingDecision decision) => reason switch
    {
        ExclusionReason.Offline => rep.Presence == Presence.Offline,
        ExclusionReason.OnBreak => rep.Presence == Presence.Break,
        ExclusionReason.Disconnected => rep.Connections.Count == 0,
        ExclusionReason.AtCapacity => rep.Free == 0,
        ExclusionReason.Language => !roster.Speaks(rep.Id, lead.Post!.Language),
        ExclusionReason.Skill => !roster.HasSkills(rep.Id, lead.Queue),
        ExclusionReason.Passed => lead.Passes.Any(pass => pass.Rep == rep.Id && pass.Until > decision.At),
        _ => decision.Rule is RoutingDecision.OwnerFirst or RoutingDecision.SupervisorChoice,
    };

    /// <summary>A match of the rep with another lead may have been under way: then there is news of him or her soon.</summary>
    private void Doubt(RepHistory rep, string what)
    {
        var quietSince = rep.ChangedAt;
        calm.After(After, () =>
        {
            if (rep.ChangedAt == quietSince && calm.Has(Before))
                Violated(what);
        });
    }
}
