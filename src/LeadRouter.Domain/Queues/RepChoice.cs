using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Domain.Queues;

/// <summary>Chooses the rep for one lead after the other in a round of matching, and says why.</summary>
/// <param name="reps">Members of the queue.</param>
/// <param name="free">Places left by rep, less those a match is under way for; a rep without any is missing. Shrinks as the round goes on.</param>
internal sealed class RepChoice(QueueMembers reps, Dictionary<RepId, int> free, MatchesUnderWay underWay, QueueRules rules, DateTimeOffset now)
{
    private const int ListLimit = 50;

    private readonly IRepPolicy _policy = RepPolicies.Of(rules.Strategy);

    /// <summary>The decision, or null when nobody may have the lead now.</summary>
    public RoutingDecision? For(WaitingLead lead)
    {
        if (lead.Preferred is not { } preferred || preferred.Until <= now)
            return Best(lead);
        var owner = reps.Find(preferred.Rep);
        var against = owner is null ? ExclusionReason.Offline : Against(lead, owner);
        if (against is null)
            return Decision(lead, preferred.Strict ? RoutingDecision.SupervisorChoice : RoutingDecision.OwnerFirst, owner!, onlyOwner: true);
        return preferred.Strict || against == ExclusionReason.AtCapacity ? null : Best(lead);
    }

    /// <summary>Looks only at who is free: nearly every lead in a long line is passed by here without a match.</summary>
    private RoutingDecision? Best(WaitingLead lead)
    {
        RepStatus? best = null;
        foreach (var (id, _) in free)
        {
            var rep = reps.Find(id)!;
            if (Against(lead, rep) is null && (best is null || Compare(rep, best) < 0))
                best = rep;
        }

        return best is null ? null : Decision(lead, _policy.Name, best, onlyOwner: false);
    }

    private ExclusionReason? Against(WaitingLead lead, RepStatus rep) =>
        Eligibility.Against(lead, rep, underWay.IsRefused(lead.Id, rep) ? 0 : free.GetValueOrDefault(rep.Id), rules.Skills, now);

    private int Compare(RepStatus a, RepStatus b) => _policy.Compare(Load(a), Load(b), now);

    private RepLoad Load(RepStatus rep) => new(rep, rep.Held + rep.Free - free.GetValueOrDefault(rep.Id));

    private RoutingDecision Decision(WaitingLead lead, string rule, RepStatus chosen, bool onlyOwner)
    {
        var eligible = new List<RepStatus>();
        var excluded = new List<Exclusion>();
        var excludedCount = 0;
        foreach (var rep in reps.All)
        {
            var against = Against(lead, rep) ?? (onlyOwner && rep.Id != chosen.Id ? ExclusionReason.OwnerFirst : null);
            if (against is not { } reason)
                eligible.Add(rep);
            else if (++excludedCount <= ListLimit)
                excluded.Add(new Exclusion(rep.Id, reason));
        }

        eligible.Sort(Compare);
        return new RoutingDecision(now, chosen.Id, rule, [.. eligible.Take(ListLimit).Select(rep => rep.Id)], excluded, excludedCount) { LeadSequence = lead.Sequence };
    }
}
