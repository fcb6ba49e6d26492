namespace LeadRouter.Turns.Queues;

/// <summary>
/// A queue as an actor: matches who waits with who is free. It holds no truth. Whatever it misses by a crash or an
/// overload is found again when it is put right by its indexes, which it asks for once in a while.
/// </summary>
public sealed class QueueActor : IActor
{
    /// <summary>How often the book is compared with the indexes while leads wait.</summary>
    public static readonly TimeSpan RebuildEvery = TimeSpan.FromSeconds(60);

    public string Kind => ActorKinds.Queue;

    public bool IsVolatile => true;

    public IReadOnlyList<string> Indexes(string key) => [QueueIndexes.Waiting(key), QueueIndexes.Reps(key)];

    public object? Restore(byte[]? state) => null;

    public byte[] Store(object state) => throw new NotSupportedException("A queue is not stored.");

    public long Sequence(object? state) => 0;

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context)
    {
        var ageing = context.Desk.RulesFor(key).AgeingSecondsPerPoint;
        // Places in the line were found with the ageing of then: when it has changed, nothing of the former state holds.
        var queue = former is QueueState known && known.AgeingSecondsPerPoint == ageing ? known : new QueueState(ageing);
        queue.TakeIndexes(entries[QueueIndexes.Waiting(key)], entries[QueueIndexes.Reps(key)]);
        queue.RebuildAt = context.Now + RebuildEvery;
        return queue;
    }

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context)
    {
        var queue = (QueueState)state!;
        var rules = context.Desk.RulesFor(id.Key);
        switch (message)
        {
            case LeadWaits m:
                // By the ageing of all the others: another one comes into force with the next look at the indexes.
                queue.Book.Wait(m.Lead, queue.AgeingSecondsPerPoint);
                break;
            case LeadLeft m:
                queue.Book.Leave(m.LeadId, m.Sequence);
                break;
            case RepSeen m:
                queue.Book.Update(m.Rep, m.Member);
                break;
            case ReserveRefused m:
                queue.Book.Refuse(m.LeadId, m.RepId);
                break;
            case Wake or CompareQueue:
                break;
            default:
                throw new InvalidOperationException($"A queue does not take {message.GetType().Name}.");
        }

        var matches = queue.Book.MatchAll(rules, context.Now);
        return new Turn
        {
            State = queue,
            Outbox = Reserve(matches, id.Key),
            DueAt = queue.Book.Count == 0 ? null : Earlier(queue.Book.NextChange(context.Now), queue.RebuildAt),
            Reload = message is CompareQueue || (queue.Book.Count > 0 && queue.RebuildAt <= context.Now),
        };
    }

    private static Envelope[] Reserve(IReadOnlyList<Match> matches, string queue) =>
        [.. matches.Select(match => new Envelope(new ActorId(ActorKinds.Rep, match.Decision.RepId.Value), new ReserveFor(match.Lead, queue, match.Decision)))];

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a is { } first && first < b ? first : b;
}
