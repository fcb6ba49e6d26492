namespace LeadRouter.Turns.Shell;

/// <summary>A durable message of a turn.</summary>
public readonly record struct Sent(OutboxKey Key, ActorId To, Message Message);

/// <summary>A turn that is to be written whole or not at all.</summary>
/// <param name="Before">The state it was decided on.</param>
/// <param name="ExpectedVersion">The version of that state; 0: there was none.</param>
/// <param name="Outbox">What it sends that must not be lost, in order.</param>
/// <param name="OutboxSequence">The last number the actor gave to a message, this turn's included.</param>
public sealed record DecidedTurn(ActorId Id, Mail Mail, Turn Turn, object? Before, long ExpectedVersion, IReadOnlyList<Sent> Outbox, long OutboxSequence)
{
    /// <summary>The outbox row that the write takes away.</summary>
    public OutboxKey? Consumed => Mail.Consumed;

    /// <summary>The turn as it is stored.</summary>
    public TurnWrite ToWrite(IActor actor)
    {
        var sequence = actor.Sequence(Before);
        return new TurnWrite
        {
            Id = Id,
            ExpectedVersion = ExpectedVersion,
            OutboxSequence = OutboxSequence,
            State = Turn is { Changes: true, State: { } state } ? actor.Store(state) : null,
            Delete = Turn.Delete,
            DueAt = Turn.DueAt,
            Events = [.. Turn.Events.Select(recorded => StoredJson.WriteEvent(++sequence, recorded))],
            Outbox = [.. Outbox.Select(sent => new OutboxMessage(sent.Key, sent.To, StoredJson.Write(sent.Message)))],
            Consumed = Consumed,
            Index = Turn.Index,
            LeadRow = Turn.LeadRow,
        };
    }
}
