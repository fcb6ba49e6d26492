using System.Collections.Concurrent;

namespace LeadRouter.Accounts;

/// <summary>All accounts, in memory and in the store. A change is in memory only after it is durable, and an older version never takes a newer one's place.</summary>
internal sealed class AccountBook(IDocumentStore store) : IDisposable
{
    public const string Collection = "accounts";
    private const int MaxTries = 5;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<string, Held> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _keyByRep = new(StringComparer.Ordinal);

    public IEnumerable<Account> All => _byKey.Values.Select(held => held.Account);

    public bool HasAdministrator => All.Any(account => account.IsActiveAdministrator);

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (key, account, version) in await store.ListJsonAsync<Account>(Collection, cancel))
            Hold(key, account, version);
    }

    public Account? Find(string user) => _byKey.TryGetValue(AccountRules.Key(user), out var held) ? held.Account : null;

    public Account? FindByRep(string repId) =>
        _keyByRep.TryGetValue(repId, out var key) && _byKey.TryGetValue(key, out var held) ? held.Account : null;

    public async Task<Result<Account>> AddAsync(Account account, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            var key = AccountRules.Key(account.User);
            if (account.RepId is { } rep && _keyByRep.ContainsKey(rep))
                return new Refusal(ProblemCodes.RepTaken, "This rep has an account already.");
            if (_byKey.ContainsKey(key)) return UserTaken();
            if (await store.PutJsonAsync(Collection, key, account, expectedVersion: 0) is { } version)
            {
                Hold(key, account, version);
                return account;
            }
            await RefreshAsync(key, cancel);
            return UserTaken();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Changes an account. <paramref name="change"/> sees it under the lock, may refuse, and may be asked again.</summary>
    public async Task<Result<Account>> UpdateAsync(string user, Func<Account, Result<Account>> change, CancellationToken cancel)
    {
        var key = AccountRules.Key(user);
        await _writing.WaitAsync(cancel);
        try
        {
            for (var tries = 0; tries < MaxTries; tries++)
            {
                if (!_byKey.TryGetValue(key, out var held))
                    return new Refusal(ProblemCodes.NotFound, "There is no such user.");
                var changed = change(held.Account);
                if (!changed.IsOk || changed.Value == held.Account) return changed;
                if (await store.PutJsonAsync(Collection, key, changed.Value, held.Version) is { } version)
                {
                    Hold(key, changed.Value, version);
                    return changed;
                }
                await RefreshAsync(key, cancel);
            }
            throw new StoreUnavailableException("An account was changed by others again and again.");
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Takes over what another server wrote.</summary>
    public void Apply(string key, StoredDocument? document)
    {
        if (document is null) _byKey.TryRemove(key, out _);
        else Hold(key, JsonDocuments.Read<Account>(Collection, document), document.Version);
    }

    public void Dispose() => _writing.Dispose();

    private static Result<Account> UserTaken() => new Refusal(ProblemCodes.UserTaken, "This user name is taken; choose another.");

    private async Task RefreshAsync(string key, CancellationToken cancel)
    {
        if (await store.GetJsonAsync<Account>(Collection, key, cancel) is { } found) Hold(key, found.Value, found.Version);
        else _byKey.TryRemove(key, out _);
    }

    private void Hold(string key, Account account, long version)
    {
        var told = new Held(account, version);
        _byKey.AddOrUpdate(key, told, (_, held) => held.Version > version ? held : told);
        if (account.RepId is { } rep) _keyByRep[rep] = key;
    }

    private sealed record Held(Account Account, long Version);
}
