using System.Collections.Concurrent;
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

/// <summary>All sources and their keys, in memory and in the store. Changes go one at a time, so that memory never believes less than the store.</summary>
internal sealed class SourceBook(IDocumentStore store, IQueueNames queues, TimeProvider time, ILogger<SourceBook> logger) : IDocumentReader, IDisposable
{
    public const string ApiChannel = "api";
    public const string FirstSourceName = "first form";
    private const string MarkCollection = "setup";
    private const string MarkKey = "first-source";
    private const int MaxSources = 2000;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<TokenHash, Entry> _byHash = [];

    public string Collection => "sources";

    public IEnumerable<StoredSource> All => _byHash.Values.Select(entry => entry.Stored);

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (_, stored, _) in await store.ListJsonAsync<StoredSource>(Collection, cancel)) Hold(stored);
    }

    public IntakeSource? Find(string? key) =>
        key is not null && TokenHash.TryOf(key, out var hash) && _byHash.TryGetValue(hash, out var entry) ? entry.Source : null;

    /// <summary>Refusals: <c>validation_failed</c>, <c>name_taken</c>, <c>limit_reached</c>.</summary>
    public async Task<Result<CreatedSource>> CreateAsync(string? name, string? channel, string? queue)
    {
        var errors = new FieldErrors()
            .Add("name", AccountRules.NameError(name))
            .Add("channel", channel is null or ApiChannel ? null : FieldError.Choose(ApiChannel))
            .Add("queue", queue is null || queues.Exists(queue) ? null : FieldError.NoSuchQueue());
        if (errors.Any) return Refusal.Of(errors);
        if (_byHash.Count >= MaxSources) return Refusal.Of(ProblemCodes.LimitReached, $"There are {MaxSources} sources already; delete some first.", ("most", MaxSources));

        var key = Secrets.Create(Secrets.SourcePrefix);
        var stored = new StoredSource(Secrets.CreateId("src_"), name!.Trim(), ApiChannel, queue, TokenHash.Of(key).ToString(), Secrets.Hint(key), time.GetUtcNow());
        using (await _writing.EnterAsync())
        {
            if (await store.PutJsonAsync(Collection, DocumentKey(stored), stored, expectedVersion: 0) is null)
                return new Refusal(ProblemCodes.NameTaken, "There is a source of that name already.");
            Hold(stored);
        }
        logger.SourceMade(stored.SourceId);
        return new CreatedSource(key, stored);
    }

    /// <summary>Revokes a source's key at once; false when there is none.</summary>
    public async Task<bool> DeleteAsync(string sourceId)
    {
        using (await _writing.EnterAsync())
        {
            // A name may have passed to a new source, which this is not to delete.
            if (All.FirstOrDefault(source => source.SourceId == sourceId) is not { } known) return false;
            await RefreshAsync(DocumentKey(known));
            if (All.All(source => source.SourceId != sourceId)) return false;
            await store.DeleteAsync(Collection, DocumentKey(known), CancellationToken.None);
            Forget(DocumentKey(known));
        }
        logger.SourceDeleted(sourceId);
        return true;
    }

    public async Task ApplyAsync(string key, StoredDocument? document)
    {
        // What the change says may be over already; what the store says now, while nothing is changed here, is not.
        using (await _writing.EnterAsync()) await RefreshAsync(key);
    }

    /// <summary>At the very first start: makes the source 'first form' and returns its key; null at every later one, and on another server.</summary>
    public async Task<string?> EnsureFirstAsync(CancellationToken cancel)
    {
        if (await store.GetAsync(MarkCollection, MarkKey, cancel) is not null) return null;
        var created = _byHash.IsEmpty ? await CreateAsync(FirstSourceName, ApiChannel, queue: null) : null;
        await store.PutJsonAsync(MarkCollection, MarkKey, new FirstSourceMark(time.GetUtcNow()), expectedVersion: 0);
        return created?.Value?.Key;
    }

    public void Dispose() => _writing.Dispose();

    private async Task RefreshAsync(string key)
    {
        var found = await store.GetJsonAsync<StoredSource>(Collection, key, CancellationToken.None);
        Forget(key, except: found?.Value.KeyHash);
        if (found is { Value: var stored }) Hold(stored);
    }

    private void Hold(StoredSource stored)
    {
        if (TokenHash.TryParse(stored.KeyHash, out var hash)) _byHash[hash] = new Entry(stored);
    }

    private void Forget(string key, string? except = null)
    {
        foreach (var (hash, entry) in _byHash)
            if (DocumentKey(entry.Stored) == key && entry.Stored.KeyHash != except) _byHash.TryRemove(hash, out _);
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
