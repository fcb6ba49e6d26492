using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Hosting.Embedded;

/// <summary>A turn whose write was answered with an error. The answer may be wrong, as when it is lost at the commit: what the store holds decides.</summary>
internal sealed record UnsureTurn(Mail Mail, Turn Turn, object? Before, TurnWrite Write, List<(OutboxMessage Row, Message Body)> Durable)
{
    /// <summary>Whether the turn stands in the store.</summary>
    public async Task<bool> IsDurableAsync(IEngineStore store)
    {
        if (Turn.Changes)
        {
            var stored = await store.LoadAsync(Write.Id, CancellationToken.None);
            return Turn.Delete
                ? stored is null && Write.ExpectedVersion > 0
                : stored is not null && stored.Version == Write.ExpectedVersion + 1 && stored.OutboxSequence == Write.OutboxSequence && stored.State.AsSpan().SequenceEqual(Write.State);
        }

        if (Durable.Count == 0)
            return false;
        var first = Durable[0].Row.Key;
        return await store.ReadOutboxAsync(first with { Sequence = first.Sequence - 1 }, 1, CancellationToken.None) is [var found] && found.Key == first;
    }
}
