namespace LeadRouter.Domain.Queues.Policies;

/// <summary>Of those who hold the fewest leads, the rep who has been without one for longest; equal ones by id.</summary>
public sealed class LongestIdlePolicy : IRepPolicy
{
    /// <summary>The default of a queue.</summary>
    public const string Key = "longestIdle";

    /// <inheritdoc />
    public string Name => Key;

    /// <summary>Who holds a lead, or is about to, is not without one: fewer held goes before longer idle.</summary>
    public int Compare(RepLoad a, RepLoad b, DateTimeOffset now)
    {
        var byHeld = a.Held.CompareTo(b.Held);
        if (byHeld != 0)
            return byHeld;
        var byIdle = a.Rep.IdleSince.CompareTo(b.Rep.IdleSince);
        return byIdle != 0 ? byIdle : a.Rep.Id.CompareTo(b.Rep.Id);
    }
}
