namespace LeadRouter.Accounts;

/// <summary>Takes over accounts that another server changed, and ends the connections here that the change made void.</summary>
internal sealed class AccountChanges(AccountBook accounts, SessionBook sessions) : IDocumentReader
{
    public string Collection => AccountBook.Collection;

    public Task ApplyAsync(string key, StoredDocument? document)
    {
        accounts.Apply(key, document);
        return sessions.EndVoidAsync(key);
    }
}
