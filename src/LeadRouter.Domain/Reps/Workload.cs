namespace LeadRouter.Domain.Reps;

/// <summary>How many leads a rep has worked on in a day of the centre: such as he or she owned and that have ended for him or her. Test leads do not count.</summary>
/// <param name="Until">When that day is over.</param>
public sealed record Workload(int Leads, DateTimeOffset Until)
{
    /// <summary>Nothing yet.</summary>
    public static Workload None { get; } = new(0, DateTimeOffset.MinValue);

    /// <summary>The leads of the day that it is at <paramref name="now"/>.</summary>
    public int LeadsAt(DateTimeOffset now) => now < Until ? Leads : 0;

    /// <summary>One lead more, of a day that ends at <paramref name="dayEndsAt"/>.</summary>
    public Workload Add(DateTimeOffset at, DateTimeOffset dayEndsAt) => new(LeadsAt(at) + 1, dayEndsAt);
}
