namespace LeadRouter.Simulation.Checkers;

/// <summary>What the store holds, read without the engine's help.</summary>
internal sealed class FinalView(Tables tables, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    /// <summary>Sequences of the messages that are on their way.</summary>
    public IReadOnlyCollection<long> OutboxSequences => tables.OutboxSequences;

    public (Lead Lead, DateTimeOffset? DueAt)? Lead(LeadId id) =>
        tables.Peek(new ActorId(ActorKinds.Lead, id.Value)) is { State: Lead lead } row ? (lead, row.DueAt) : null;

    public IEnumerable<(Lead Lead, DateTimeOffset? DueAt)> OpenLeads() => tables.OpenLeads;

    public IEnumerable<Rep> Reps() => tables.Reps;

    /// <summary>Whether the lead stands in its queue's index.</summary>
    public bool HasQueuePlace(Lead lead) => tables.IsIndexed(QueueIndexes.Waiting(lead.Queue), lead.Id.Value);
}
