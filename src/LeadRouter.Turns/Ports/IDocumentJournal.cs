namespace LeadRouter.Turns.Ports;

/// <summary>What became of the documents, in commit order, for servers that hold them in memory. A deletion is seen for 24 hours.</summary>
public interface IDocumentJournal
{
    /// <summary>The latest change of each document that changed above a revision, by revision; at most <paramref name="limit"/>.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    Task<IReadOnlyList<DocumentChange>> ReadDocumentChangesAsync(long afterRevision, int limit, CancellationToken cancel);

    /// <summary>The revision of the latest change; 0 when there was none.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    Task<long> LastRevisionAsync(CancellationToken cancel);
}

/// <summary>A document as it is since a revision.</summary>
/// <param name="Document">Null: it was deleted.</param>
public sealed record DocumentChange(long Revision, string Collection, string Key, StoredDocument? Document);
