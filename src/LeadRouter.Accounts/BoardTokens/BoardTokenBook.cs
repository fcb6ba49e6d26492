using System.Collections.Concurrent;
using LeadRouter.Turns.Ports;
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
internal sealed record CreatedBoardToken(string Token, BoardToken Entry)
{
    public override string ToString() => nameof(CreatedBoardToken);
}

/// <summary>All board tokens, in memory and in the store.</summary>
internal sealed class BoardTokenBook(IDocumentStore store, TimeProvider time, IOptions<AccountsOptions> options, ILogger<BoardTokenBook> logger) : IDisposable
{
    private const string Collection = "board-tokens";
    private const int MaxTokens = 200;
    private readonly ConcurrentDictionary<TokenHash, BoardToken> _byHash = [];

    public IEnumerable<BoardToken> Live => _byHash.Values.Where(token => token.Stored.ExpiresAt > time.GetUtcNow());

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (key, stored, _) in await store.ListJsonAsync(Collection, StoredJson.Default.StoredBoardToken, cancel))
            if (TokenHash.TryParse(stored.TokenHash, out var hash)) _byHash[hash] = new BoardToken(key, stored);
    }

    public BoardToken? Find(TokenHash hash) =>
        _byHash.TryGetValue(hash, out var token) && token.Stored.ExpiresAt > time.GetUtcNow() ? token : null;

    public BoardToken? Find(string id) => Live.FirstOrDefault(token => token.Id == id);

    /// <summary>Refusals: <c>validation_failed</c>, <c>limit_reached</c>.</summary>
    public async Task<Outcome<CreatedBoardToken>> CreateAsync(string? name, int? days, string createdBy)
    {
        var errors = new ValidationErrors()
            .Add("name", name is null ? null : AccountRules.NameError(name))
            .Add("days", days is < 1 or > 3650 ? "A board token lives 1 to 3650 days." : null);
        if (errors.Any) return Outcome<CreatedBoardToken>.Refused(errors);
        if (_byHash.Count >= MaxTokens) return Outcome<CreatedBoardToken>.Refused(ProblemCodes.LimitReached, "There are 200 board tokens already; delete some first.");

        var now = time.GetUtcNow();
        var token = Secrets.Create(Secrets.BoardPrefix);
        var hash = TokenHash.Of(token);
        var stored = new StoredBoardToken(hash.ToString(), Secrets.Hint(token), name?.Trim(), createdBy, now, now.AddDays(days ?? options.Value.BoardTokenDays));
        var entry = new BoardToken(Secrets.CreateId("brd_"), stored);
        _ = await store.PutJsonAsync(Collection, entry.Id, stored, StoredJson.Default.StoredBoardToken, expectedVersion: 0)
            ?? throw new InvalidOperationException("A random id was drawn twice.");
        _byHash[hash] = entry;
        var creator = Mask.User(createdBy);
        logger.BoardTokenMade(entry.Id, creator);
        return Outcome<CreatedBoardToken>.Ok(new(token, entry));
    }

    /// <summary>Revokes a token at once; false when there is none.</summary>
    public async Task<bool> DeleteAsync(string id)
    {
        if (_byHash.FirstOrDefault(pair => pair.Value.Id == id) is not { Value: { } token } pair) return false;
        await store.DeleteAsync(Collection, id, CancellationToken.None);
        _byHash.TryRemove(pair.Key, out _);
        await token.EndAsync();
        logger.BoardTokenEnded(id);
        return true;
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
    }
}

internal static partial class BoardTokenLog
{
    [LoggerMessage(EventId = 2401, Level = LogLevel.Information, Message = "Board token {TokenId} was made by {User}")]
    public static partial void BoardTokenMade(this ILogger logger, string tokenId, string user);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Information, Message = "Board token {TokenId} has ended")]
    public static partial void BoardTokenEnded(this ILogger logger, string tokenId);
}
