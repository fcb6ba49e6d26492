namespace LeadRouter.Turns.Views;

/// <summary>What is shown of the journal, kept up to date by who follows it.</summary>
public interface IJournalProjection
{
    /// <summary>The shortest time from one read of the journal to the next, unless a whole page waits: reading must not slow who writes.</summary>
    TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Takes the next events, in commit order. When it throws, the same events come again, perhaps with more behind them, and so they do
    /// after a success that was not heard of: a projection knows by position or sequence what it has.
    /// </summary>
    Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel);
}
