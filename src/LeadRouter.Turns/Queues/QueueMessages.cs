namespace LeadRouter.Turns.Queues;

/// <summary>A lead waits, or has newer words about how.</summary>
public sealed record LeadWaits(WaitingLead Lead) : Message;

/// <summary>A lead does not wait any more.</summary>
public sealed record LeadLeft(LeadId LeadId, long Sequence) : Message;

/// <summary>A rep of the queue has changed; not a <paramref name="Member"/>: has left the queue.</summary>
public sealed record RepSeen(RepStatus Rep, bool Member) : Message;

/// <summary>The rep could not take the lead.</summary>
public sealed record ReserveRefused(LeadId LeadId, RepId RepId) : Message;

/// <summary>What the queue was told may have been lost with a server: it compares its book with the indexes now.</summary>
public sealed record CompareQueue : Message;

/// <summary>Names of the indexes that queues are rebuilt from.</summary>
public static class QueueIndexes
{
    public const string WaitingPrefix = "waiting/";
    public const string RepsPrefix = "reps/";

    /// <summary>The leads that wait in a queue.</summary>
    public static string Waiting(string queue) => WaitingPrefix + queue;

    /// <summary>The members of a queue.</summary>
    public static string Reps(string queue) => RepsPrefix + queue;
}
