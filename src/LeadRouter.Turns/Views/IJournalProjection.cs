using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Views;

/// <summary>What is kept up to date by following the journal.</summary>
public interface IJournalProjection
{
    /// <summary>Takes the next events, in commit order. A page may come twice; none is passed over.</summary>
    Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel);
}
