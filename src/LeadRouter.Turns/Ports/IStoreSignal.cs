namespace LeadRouter.Turns.Ports;

/// <summary>
/// Says that something was committed, by this process or by another. A hint and no more: it may come late, or for nothing, and one
/// that is lost is made up for by the time that a waiter sets. So whoever follows the store reads it after every answer.
/// </summary>
public interface IStoreSignal
{
    /// <summary>
    /// The number of the latest commit heard of; it rises, but says nothing about what was committed. Comes at once when it is above
    /// <paramref name="seen"/> (0: nothing seen yet), else with the next commit or when the time is up. Never throws for a store that cannot be reached.
    /// </summary>
    Task<long> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel);
}
