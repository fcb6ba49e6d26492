namespace LeadRouter.Accounts;

/// <summary>Holds a collection of documents in memory, and is told by the <see cref="DocumentFollower"/> what other servers changed of it.</summary>
public interface IDocumentReader
{
    /// <summary>The collection's name in the store.</summary>
    string Collection { get; }

    /// <summary>
    /// A document as some server wrote it; null: it was deleted. This server's own writes come too, and what comes may be older than
    /// what is known here: neither changes anything.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be looked up; it is told again.</exception>
    /// <exception cref="LeadRouter.Turns.Stored.StoredFormatException">A newer version of LeadRouter wrote it; what was known stays.</exception>
    Task ApplyAsync(string key, StoredDocument? document);
}
