namespace LeadRouter.Turns.Actors;

/// <summary>What one message did to an actor: to be made durable whole, then acted on.</summary>
public sealed record Turn
{
    /// <summary>The state after the turn; null when the actor does not exist (any more).</summary>
    public object? State { get; init; }
    /// <summary>What happened, oldest first. Empty, and no <see cref="Save"/>: the state is unchanged and need not be written.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];
    /// <summary>What leaves the actor.</summary>
    public IReadOnlyList<Envelope> Outbox { get; init; } = [];
    public IReadOnlyList<IndexChange> Index { get; init; } = [];
    public LeadRow? LeadRow { get; init; }
    /// <summary>The answer to an ask.</summary>
    public object? Reply { get; init; }
    /// <summary>When the actor has to be woken next; stored with the state.</summary>
    public DateTimeOffset? DueAt { get; init; }
    /// <summary>The state has changed by nothing that belongs in the journal: it is written all the same.</summary>
    public bool Save { get; init; }
    /// <summary>The actor's work is over: its row is removed.</summary>
    public bool Delete { get; init; }
    /// <summary>A volatile actor wants to be put right by its indexes before its next message.</summary>
    public bool Reload { get; init; }

    /// <summary>The actor's row is written or removed.</summary>
    public bool Changes => Events.Count > 0 || Save || Delete;

    /// <summary>Nothing happened.</summary>
    public static Turn Unchanged(object? state, DateTimeOffset? dueAt, object? reply = null) => new() { State = state, DueAt = dueAt, Reply = reply };
}

/// <summary>An event of an actor. <paramref name="Data"/> is a record of Domain; its type name in camelCase is the event's type.</summary>
public readonly record struct RecordedEvent(DateTimeOffset At, object Data)
{
    /// <summary>The events of a decision as they go into the journal.</summary>
    internal static RecordedEvent[] Of<TEvent>(IReadOnlyList<TEvent> events, Func<TEvent, DateTimeOffset> at) where TEvent : class =>
        [.. events.Select(happened => new RecordedEvent(at(happened), happened))];
}

/// <summary>A message on its way out.</summary>
public readonly record struct Envelope(ActorId To, Message Body);
