using LeadRouter.Server.Platform.Journals;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Boards.Tests;

/// <summary>Every event reaches the projection, in order, whatever fails on the way.</summary>
public sealed class JournalFollowerTests
{
    private const int Events = 3000;

    [Fact]
    public async Task Every_event_comes_in_order_though_reads_and_takes_fail()
    {
        var memory = new MemoryStore();
        var random = new Random(20260302);
        var (store, watch) = WatchedStore.Of(memory);
        watch.Before = method =>
        {
            if (method == nameof(IEngineStore.ReadJournalAsync) && Chance(0.15))
                throw new StoreUnavailableException("The disk is gone.");
        };
        var projection = new Recorder { Failing = () => Chance(0.15) };
        using var follower = new JournalFollower<Recorder>(projection, store, memory, TimeProvider.System, NullLogger<JournalFollower<Recorder>>.Instance);
        await follower.StartAsync(default);
        for (var i = 1; i <= Events; i++)
            await memory.CommitAsync(Given.Receive(i, Given.Monday), default);

        await Eventually.TrueAsync(() => follower.Position == 2 * Events, "the end of the journal");
        await follower.StopAsync(default);

        // What was tried again comes again; taken without that, it is the journal.
        projection.Taken.Distinct().ShouldBe(Enumerable.Range(1, 2 * Events).Select(position => (long)position));

        bool Chance(double share)
        {
            lock (random)
                return random.NextDouble() < share;
        }
    }

    [Fact]
    public async Task Who_catches_up_sees_what_was_committed_before()
    {
        var store = new MemoryStore();
        var projection = new Recorder();
        using var follower = new JournalFollower<Recorder>(projection, store, store, TimeProvider.System, NullLogger<JournalFollower<Recorder>>.Instance);
        await follower.StartAsync(default);
        for (var i = 1; i <= 20; i++)
        {
            await store.CommitAsync(Given.Receive(i, Given.Monday), default);
            await follower.CatchUpAsync(default);
            projection.Taken.ShouldContain(2 * i);
        }

        await follower.StopAsync(default);
    }

    [Fact]
    public async Task What_comes_in_within_the_pace_is_read_at_once()
    {
        var memory = new MemoryStore();
        var (store, watch) = WatchedStore.Of(memory);
        var time = new ManualTimeProvider(Given.Monday);
        var projection = new Recorder();
        using var follower = new JournalFollower<Recorder>(projection, store, memory, time, NullLogger<JournalFollower<Recorder>>.Instance);
        await follower.StartAsync(default);
        await Eventually.TrueAsync(() => watch[nameof(IEngineStore.ReadJournalAsync)] == 1, "the first look");
        for (var i = 1; i <= 100; i++)
            await memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        watch[nameof(IEngineStore.ReadJournalAsync)].ShouldBe(1);

        await Eventually.NothingMissingAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return Task.FromResult(follower.Position == 200 ? null : "the hundred leads");
        });

        watch[nameof(IEngineStore.ReadJournalAsync)].ShouldBeLessThanOrEqualTo(2);
        await follower.StopAsync(default);
    }

    private sealed class Recorder : IJournalProjection
    {
        private readonly Lock _lock = new();
        private readonly List<long> _taken = [];

        public Func<bool>? Failing { get; init; }

        public IReadOnlyList<long> Taken
        {
            get
            {
                lock (_lock)
                    return [.. _taken];
            }
        }

        public Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel)
        {
            if (Failing?.Invoke() == true)
                throw new StoreUnavailableException("The disk is gone.");
            lock (_lock)
                _taken.AddRange(page.Select(happened => happened.Position));
            // It took the page, and is not believed.
            return Failing?.Invoke() == true ? Task.FromException(new StoreUnavailableException("The disk is gone.")) : Task.CompletedTask;
        }
    }
}
