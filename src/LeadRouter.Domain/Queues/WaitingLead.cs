namespace LeadRouter.Domain.Queues;

/// <summary>A lead's place in a queue: all that matching looks at.</summary>
public sealed record WaitingLead
{
    public required LeadId Id { get; init; }
    /// <summary>The lead's own count of changes: of two entries the greater is the newer.</summary>
    public long Sequence { get; init; }
    /// <summary>The count with which the lead came to wait.</summary>
    public long QueuedSequence { get; init; }
    /// <summary>0 to 1000; higher goes first.</summary>
    public int Priority { get; init; }
    /// <summary>Since when it is due.</summary>
    public DateTimeOffset DueSince { get; init; }
    /// <summary>A rep must speak it; null: any.</summary>
    public string? Language { get; init; }
    public Preference? Preferred { get; init; }
    public IReadOnlyList<Pass> Passes { get; init; } = [];

    /// <summary>The place of a lead that waits.</summary>
    public static WaitingLead Of(Lead lead) => new()
    {
        Id = lead.Id,
        Sequence = lead.Sequence,
        QueuedSequence = lead.QueuedSequence,
        Priority = lead.Priority,
        DueSince = lead.DueSince,
        Language = lead.Post.Language,
        Preferred = lead.Preferred,
        Passes = lead.Passes,
    };
}
