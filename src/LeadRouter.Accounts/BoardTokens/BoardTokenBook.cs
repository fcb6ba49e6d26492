using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>A read-only wallboard token as stored, under its id.</summary>
internal sealed record StoredBoardToken(string TokenHash, string TokenHint, string? Name, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A board token in memory.</summary>
internal sealed class BoardToken(string id, StoredBoardToken stored) : Credential
{
    public string Id { get; } = id;
    public StoredBoardToken Stored { get; } = stored;
}

/// <summary>A board token that was just made: the only time its secret is known.</summary>
internal sealed record CreatedBoardToken(string Token, string Id, StoredBoardToken Stored)
{
    public override string ToString() => nameof(CreatedBoardToken);
}

/// <summary>All board tokens, in memory and in the store. Changes go one at a time, so that memory never believes less than the store.</summary>
internal sealed class BoardTokenBook(IDocumentStore store, TimeProvider time, IOptions<AccountsOptions> options, ILogger<BoardTokenBook> logger) : IDocumentReader, IDisposable
{
    private const int MaxTokens = 200;
    private const int MaxDays = 3650;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<TokenHash, BoardToken> _byHash = [];

    public string Collection => "board-tokens";

    public IEnumerable<BoardToken> Live => _byHash.Values.Where(token => token.Stored.ExpiresAt > time.GetUtcNow());

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (key, stored, _) in await store.ListJsonAsync<StoredBoardToken>(Collection, cancel)) Hold(key, stored);
    }

    public BoardToken? Find(TokenHash hash) =>
        _byHash.TryGetValue(hash, out var token) && token.Stored.ExpiresAt > time.GetUtcNow() ? token : null;

    public BoardToken? Find(string id) => Live.FirstOrDefault(token => token.Id == id);

    /// <summary>Refusals: <c>validation_failed</c>, <c>limit_reached</c>.</summary>
    public async Task<Result<CreatedBoardToken>> CreateAsync(string? name, int? days, string createdBy)
    {
        var errors = new FieldErrors()
            .Add("name", name is null ? null : AccountRules.NameError(name))
            .Range("days", days ?? 1, 1, MaxDays);
        if (errors.Any) return Refusal.Of(errors);
        if (_byHash.Count >= MaxTokens) return Refusal.Of(ProblemCodes.LimitReached, $"There are {MaxTokens} board tokens already; delete some first.", ("most", MaxTokens));

        var now = time.GetUtcNow();
        var token = Secrets.Create(Secrets.BoardPrefix);
        var stored = new StoredBoardToken(TokenHash.Of(token).ToString(), Secrets.Hint(token), name?.Trim(), createdBy, now, now.AddDays(days ?? options.Value.BoardTokenDays));
        var id = Secrets.CreateId("brd_");
        using (await _writing.EnterAsync())
        {
            _ = await store.PutJsonAsync(Collection, id, stored, expectedVersion: 0) ?? throw new InvalidOperationException("A random id was drawn twice.");
            Hold(id, stored);
        }
        var creator = Mask.User(createdBy);
        logger.BoardTokenMade(id, creator);
        return new CreatedBoardToken(token, id, stored);
    }

    /// <summary>Revokes a token at once; false when there is none.</summary>
    public async Task<bool> DeleteAsync(string id)
    {
        using (await _writing.EnterAsync())
        {
            if (_byHash.Values.All(token => token.Id != id)) return false;
            await store.DeleteAsync(Collection, id, CancellationToken.None);
            await ForgetAsync(id);
        }
        logger.BoardTokenEnded(id);
        return true;
    }

    public async Task ApplyAsync(string key, StoredDocument? document)
    {
        using (await _writing.EnterAsync())
        {
            // What the change says may be over already; what the store says now, while nothing is changed here, is not.
            if (await store.GetJsonAsync<StoredBoardToken>(Collection, key, CancellationToken.None) is { } found) Hold(key, found.Value);
            else await ForgetAsync(key);
        }
    }

    /// <summary>Clears away what has run out.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var token in _byHash.Values.Where(token => token.Stored.ExpiresAt <= now))
        {
            cancel.ThrowIfCancellationRequested();
            await DeleteAsync(token.Id);
        }
    }

    public void Dispose()
    {
        foreach (var token in _byHash.Values) token.Dispose();
        _writing.Dispose();
    }

    /// <summary>One that is held already stays: its connections listen to it.</summary>
    private void Hold(string id, StoredBoardToken stored)
    {
        if (TokenHash.TryParse(stored.TokenHash, out var hash)) _byHash.TryAdd(hash, new BoardToken(id, stored));
    }

    private async Task ForgetAsync(string id)
    {
        foreach (var (hash, token) in _byHash.Where(pair => pair.Value.Id == id))
        {
            _byHash.TryRemove(hash, out _);
            await token.EndAsync();
        }
    }
}

internal static partial class BoardTokenLog
{
    [LoggerMessage(EventId = 2401, Level = LogLevel.Information, Message = "Board token {TokenId} was made by {User}")]
    public static partial void BoardTokenMade(this ILogger logger, string tokenId, string user);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Information, Message = "Board token {TokenId} has ended")]
    public static partial void BoardTokenEnded(this ILogger logger, string tokenId);
}
