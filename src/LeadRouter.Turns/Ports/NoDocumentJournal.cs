namespace LeadRouter.Turns.Ports;

/// <summary>Stands where one process alone writes the documents, and holds what it wrote: nothing ever comes from elsewhere.</summary>
public sealed class NoDocumentJournal : IDocumentJournal
{
    /// <inheritdoc />
    public Task<IReadOnlyList<DocumentChange>> ReadDocumentChangesAsync(long afterRevision, int limit, CancellationToken cancel) => Task.FromResult<IReadOnlyList<DocumentChange>>([]);

    /// <inheritdoc />
    public Task<long> LastRevisionAsync(CancellationToken cancel) => Task.FromResult(0L);
}
