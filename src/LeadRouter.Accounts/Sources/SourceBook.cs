using System.Collections.Concurrent;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts;

/// <summary>A source as stored, under its lower-case name: that makes names unique whoever else writes.</summary>
internal sealed record StoredSource(string SourceId, string Name, string Channel, string? Queue, string KeyHash, string KeyHint, DateTimeOffset CreatedAt);

/// <summary>Says that the first source has been made once, even if it was deleted since.</summary>
internal sealed record FirstSourceMark(DateTimeOffset MadeAt);

/// <summary>A source that was just made: the only time its key is known.</summary>
internal sealed record CreatedSource(string Key, StoredSource Source)
{
    public override string ToString() => nameof(CreatedSource);
}

/// <summary>All sources and their keys, in memory and in the store.</summary>
internal sealed class SourceBook(IDocumentStore store, IQueueNames queues, TimeProvider time, ILogger<SourceBook> logger) : ISourceKeys
{
    public const string ApiChannel = "api";
    public const string FirstSourceName = "first form";
    private const string Collection = "sources";
    private const string MarkCollection = "setup";
    private const string MarkKey = "first-source";
    private const int MaxSources = 2000;

    private readonly ConcurrentDictionary<TokenHash, Entry> _byHash = [];

    public IEnumerable<StoredSource> All => _byHash.Values.Select(entry => entry.Stored);

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (_, stored, _) in await store.ListJsonAsync(Collection, StoredJson.Default.StoredSource, cancel))
            if (TokenHash.TryParse(stored.KeyHash, out var hash)) _byHash[hash] = new Entry(stored);
    }

    public ValueTask<IntakeSource?> FindAsync(string? key, CancellationToken cancel = default) =>
        ValueTask.FromResult(key is not null && TokenHash.TryOf(key, out var hash) && _byHash.TryGetValue(hash, out var entry) ? entry.Source : null);

    /// <summary>Refusals: <c>validation_failed</c>, <c>name_taken</c>, <c>limit_reached</c>.</summary>
    public async Task<Outcome<CreatedSource>> CreateAsync(string? name, string? channel, string? queue)
    {
        var errors = new ValidationErrors()
            .Add("name", AccountRules.NameError(name))
            .Add("channel", channel is null or ApiChannel ? null : "The channel is 'api'.")
            .Add("queue", queue is null || queues.Exists(queue) ? null : "The desk has no such queue.");
        if (errors.Any) return Outcome<CreatedSource>.Refused(errors);
        if (_byHash.Count >= MaxSources) return Outcome<CreatedSource>.Refused(ProblemCodes.LimitReached, "There are 2000 sources already; delete some first.");

        var key = Secrets.Create(Secrets.SourcePrefix);
        var hash = TokenHash.Of(key);
        var stored = new StoredSource(Secrets.CreateId("src_"), name!.Trim(), ApiChannel, queue, hash.ToString(), Secrets.Hint(key), time.GetUtcNow());
        if (await store.PutJsonAsync(Collection, DocumentKey(stored), stored, StoredJson.Default.StoredSource, expectedVersion: 0) is null)
            return Outcome<CreatedSource>.Refused(ProblemCodes.NameTaken, "There is a source of that name already.");
        _byHash[hash] = new Entry(stored);
        logger.SourceMade(stored.SourceId);
        return Outcome<CreatedSource>.Ok(new(key, stored));
    }

    /// <summary>Revokes a source's key at once; false when there is none.</summary>
    public async Task<bool> DeleteAsync(string sourceId)
    {
        var hash = _byHash.FirstOrDefault(pair => pair.Value.Stored.SourceId == sourceId).Key;
        // Out of memory first: of two who delete, one must not delete a new source that took the name.
        if (!_byHash.TryRemove(hash, out var entry)) return false;
        try
        {
            await store.DeleteAsync(Collection, DocumentKey(entry.Stored), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            _byHash[hash] = entry;
            throw;
        }
        logger.SourceDeleted(sourceId);
        return true;
    }

    /// <summary>At the very first start: makes the source 'first form' and returns its key; null at every later one.</summary>
    public async Task<string?> EnsureFirstAsync(CancellationToken cancel)
    {
        if (await store.GetAsync(MarkCollection, MarkKey, cancel) is not null) return null;
        var created = _byHash.IsEmpty ? await CreateAsync(FirstSourceName, ApiChannel, queue: null) : null;
        await store.PutJsonAsync(MarkCollection, MarkKey, new FirstSourceMark(time.GetUtcNow()), StoredJson.Default.FirstSourceMark, expectedVersion: 0);
        return created?.Value?.Key;
    }

    private static string DocumentKey(StoredSource source) => source.Name.ToLowerInvariant();

    private sealed class Entry(StoredSource stored)
    {
        public StoredSource Stored { get; } = stored;
        public IntakeSource Source { get; } = new(stored.SourceId, stored.Name, stored.Channel, stored.Queue);
    }
}

internal static partial class SourceLog
{
    [LoggerMessage(EventId = 2501, Level = LogLevel.Information, Message = "Source {SourceId} was made")]
    public static partial void SourceMade(this ILogger logger, string sourceId);

    [LoggerMessage(EventId = 2502, Level = LogLevel.Information, Message = "Source {SourceId} was deleted and its key revoked")]
    public static partial void SourceDeleted(this ILogger logger, string sourceId);
}
