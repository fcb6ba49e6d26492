namespace LeadRouter.Domain.Queues.Policies;

/// <summary>The rep with the fewest leads of the centre's day, worked on or held; equal ones by <see cref="LongestIdlePolicy"/>.</summary>
public sealed class FewestTodayPolicy : IRepPolicy
{
    private static readonly LongestIdlePolicy Equal = new();

    /// <inheritdoc />
    public string Name => "fewestToday";

    /// <inheritdoc />
    public int Compare(RepLoad a, RepLoad b, DateTimeOffset now)
    {
        var byLeads = (a.Rep.Worked.LeadsAt(now) + a.Held).CompareTo(b.Rep.Worked.LeadsAt(now) + b.Held);
        return byLeads != 0 ? byLeads : Equal.Compare(a, b, now);
    }
}
