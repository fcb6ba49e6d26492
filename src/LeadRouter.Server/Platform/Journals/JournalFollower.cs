namespace LeadRouter.Server.Platform.Journals;

/// <summary>
/// Brings a projection the journal from a position on: every event, in commit order, whichever process wrote it. The store's signal says
/// when to look; without it the journal is looked at twice a second. What cannot be read or taken is tried again until it can: no event is
/// ever passed over.
/// </summary>
internal sealed partial class JournalFollower<TProjection>(TProjection projection, IEngineStore store, IStoreSignal signal, TimeProvider time, ILogger<JournalFollower<TProjection>> logger)
    : BackgroundService where TProjection : class, IJournalProjection
{
    /// <summary>As many events as there may be leads in one look-up.</summary>
    private const int PageSize = 1000;
    private const int MostDoublings = 6;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CatchUpTime = TimeSpan.FromSeconds(5);

    private readonly Pulse _moved = new();
    private long _position;
    private int _failures;

    /// <summary>The projection has taken everything up to here.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Follows from after this position on; before the following starts.</summary>
    public void StartAfter(long position) => Interlocked.Exchange(ref _position, position);

    /// <summary>Returns when the projection has taken all that is in the journal now: who has written something sees it.</summary>
    /// <exception cref="StoreUnavailableException">The journal cannot be read now.</exception>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        var last = await store.LastPositionAsync(cancel);
        try
        {
            await ReachAsync(last, cancel).WaitAsync(CatchUpTime, time, cancel);
        }
        catch (TimeoutException late)
        {
            throw new StoreUnavailableException("What is shown here is behind what is stored; try again in a moment.", late);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                seen = await signal.WaitAsync(seen, Poll, stoppingToken);
                await FollowAsync(stoppingToken);
                _failures = 0;
                await Task.Delay(projection.Pace, time, stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                Log(trouble);
                await Task.Delay(FirstPause * Math.Pow(2, Math.Min(_failures++, MostDoublings)), time, stoppingToken);
                seen = 0;
            }
        }
    }

    private async Task ReachAsync(long position, CancellationToken cancel)
    {
        while (true)
        {
            var moved = _moved.Next;
            if (Position >= position)
                return;
            await moved.WaitAsync(cancel);
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        while (true)
        {
            var page = await store.ReadJournalAsync(Position, DateTimeOffset.UnixEpoch, PageSize, cancel);
            if (page.Count == 0)
                return;
            await projection.TakeAsync(page, cancel);
            Interlocked.Exchange(ref _position, page[^1].Position);
            _failures = 0;
            _moved.Beat();
            if (page.Count < PageSize)
                return;
        }
    }

    private void Log(Exception trouble)
    {
        if (trouble is not StoreUnavailableException)
            LogDefect(trouble, typeof(TProjection).Name, Position);
        else if (_failures == 0)
            LogUnavailable(typeof(TProjection).Name, trouble.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{projection} waits for the store: {why}")]
    private partial void LogUnavailable(string projection, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{projection} could not take the journal after position {position}; it is tried again")]
    private partial void LogDefect(Exception defect, string projection, long position);
}
