namespace LeadRouter.Domain.Routing;

/// <summary>Of the eligible who hold the fewest leads, the rep who has been without one for longest; equal ones by id, so that a replay chooses the same.</summary>
public static class LongestIdlePolicy
{
    /// <summary>Its name in a decision.</summary>
    public const string Name = "longestIdle";

    /// <summary>Best first.</summary>
    public static int Compare(RepStatus a, RepStatus b)
    {
        var byIdle = a.IdleSince.CompareTo(b.IdleSince);
        return byIdle != 0 ? byIdle : a.Id.CompareTo(b.Id);
    }
}
