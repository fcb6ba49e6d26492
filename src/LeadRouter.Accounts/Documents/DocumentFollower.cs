using LeadRouter.Turns.Stored;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts;

/// <summary>
/// Tells the readers of documents what other servers changed: within a second by itself, and at once to whoever asks by
/// <see cref="CatchUpAsync"/>.
/// </summary>
public sealed class DocumentFollower(
    IEnumerable<IDocumentReader> readers, IDocumentJournal journal, IStoreSignal signal, TimeProvider time, ILogger<DocumentFollower> logger) : BackgroundService
{
    private const int PageSize = 500;

    /// <summary>Between two reads, so that misses (which anybody can cause) cost the store no more than a hundred a second.</summary>
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(10);

    /// <summary>Between two reads that nobody asked for: the signal is of every commit, and most are of leads.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ILookup<string, IDocumentReader> _readers = readers.ToLookup(reader => reader.Collection, StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private Task? _next;
    private long _began;
    private long? _revision;
    private bool _troubled;

    /// <summary>Notes where the journal stands; the readers load after it, so that no change falls between.</summary>
    /// <exception cref="StoreUnavailableException">The journal cannot be read.</exception>
    public async Task BeginAsync(CancellationToken cancel) => _revision = await journal.LastRevisionAsync(cancel);

    /// <summary>
    /// Completes when the readers know everything that any server had made durable when this was called. Calls that wait together share a read.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The changes could not be read.</exception>
    public async Task CatchUpAsync(CancellationToken cancel = default)
    {
        Task next;
        lock (_gate) next = _next ??= ReadAfterAsync(_reading);
        try
        {
            await next.WaitAsync(Patience, time, cancel);
        }
        catch (TimeoutException late)
        {
            throw new StoreUnavailableException("What other servers changed could not be read in time.", late);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = 0L;
        while (true)
        {
            seen = await signal.WaitAsync(seen, LongestLook, stoppingToken);
            await LookAsync(stoppingToken);
            await Task.Delay(BetweenLooks, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await CatchUpAsync(cancel);
            _troubled = false;
        }
        catch (StoreUnavailableException trouble)
        {
            // One line for a trouble, however long it lasts.
            if (!_troubled) logger.NotFollowed(trouble);
            _troubled = true;
        }
    }

    private async Task ReadAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        if (BetweenReads - time.GetElapsedTime(_began) is { Ticks: > 0 } rest) await Task.Delay(rest, time);
        // Who calls from here on may want to see what this read does not.
        lock (_gate) (_reading, _next) = (_next!, null);
        _began = time.GetTimestamp();
        await ReadAsync(_revision ?? throw new InvalidOperationException("The follower has not begun."));
    }

    private async Task ReadAsync(long revision)
    {
        while (true)
        {
            var page = await journal.ReadDocumentChangesAsync(revision, PageSize, CancellationToken.None);
            foreach (var change in page)
            {
                foreach (var reader in _readers[change.Collection]) await ApplyAsync(reader, change);
                _revision = revision = change.Revision;
            }
            if (page.Count < PageSize) return;
        }
    }

    private async Task ApplyAsync(IDocumentReader reader, DocumentChange change)
    {
        try
        {
            await reader.ApplyAsync(change.Key, change.Document);
        }
        catch (StoredFormatException unknown)
        {
            // One document that this version cannot read must not hide the changes of all the others.
            logger.NotRead(change.Collection, unknown);
        }
    }
}

internal static partial class FollowerLog
{
    [LoggerMessage(EventId = 2701, Level = LogLevel.Warning, Message = "What other servers change cannot be followed at present")]
    public static partial void NotFollowed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2702, Level = LogLevel.Error, Message = "A change in '{Collection}' cannot be read; what was known before stays in force")]
    public static partial void NotRead(this ILogger logger, string collection, Exception exception);
}
