using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Routing;

/// <summary>Chooses the rep for one lead and says why.</summary>
internal static class RepChoice
{
    private const int ListLimit = 50;

    /// <summary>The decision, or null when nobody may have the lead now.</summary>
    /// <param name="free">Places left by rep, less those a match is under way for; a rep without any is missing.</param>
    internal static RoutingDecision? Choose(WaitingLead lead, IEnumerable<RepStatus> reps, Dictionary<RepId, int> free, QueueRules rules, DateTimeOffset now)
    {
        var eligible = new List<RepStatus>();
        var excluded = new List<Exclusion>();
        var excludedCount = 0;
        var preferredOnline = false;
        foreach (var rep in reps)
        {
            var against = Eligibility.Against(lead, rep, free.GetValueOrDefault(rep.Id), rules.Skills, now);
            if (rep.Id == lead.Preferred?.Rep)
                preferredOnline = against is null or ExclusionReason.AtCapacity;
            if (against is null)
            {
                eligible.Add(rep);
                continue;
            }

            excludedCount++;
            if (excluded.Count < ListLimit)
                excluded.Add(new Exclusion(rep.Id, against.Value));
        }

        if (eligible.Count == 0)
            return null;
        return lead.Preferred is { } preferred && preferred.Until > now && (preferredOnline || preferred.Strict)
            ? OwnerFirst(lead, preferred, eligible, excluded, excludedCount, now)
            : Decision(lead, LongestIdlePolicy.Name, eligible, excluded, excludedCount, now);
    }

    private static RoutingDecision? OwnerFirst(WaitingLead lead, Leads.Preference preferred, List<RepStatus> eligible, List<Exclusion> excluded, int excludedCount, DateTimeOffset now)
    {
        if (eligible.Find(rep => rep.Id == preferred.Rep) is not { } owner)
            return null;
        var others = eligible.Where(rep => rep.Id != owner.Id).Select(rep => new Exclusion(rep.Id, ExclusionReason.OwnerFirst)).ToList();
        var rule = preferred.Strict ? "supervisorChoice" : "ownerFirst";
        return Decision(lead, rule, [owner], [.. excluded.Concat(others).Take(ListLimit)], excludedCount + others.Count, now);
    }

    private static RoutingDecision Decision(WaitingLead lead, string rule, List<RepStatus> eligible, IReadOnlyList<Exclusion> excluded, int excludedCount, DateTimeOffset now)
    {
        eligible.Sort(LongestIdlePolicy.Compare);
        return new RoutingDecision(now, eligible[0].Id, rule, [.. eligible.Take(ListLimit).Select(rep => rep.Id)], excluded, excludedCount) { LeadSequence = lead.Sequence };
    }
}
