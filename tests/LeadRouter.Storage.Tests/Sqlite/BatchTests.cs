using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class BatchTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Turns_that_conflict_fail_alone_in_their_batch()
    {
        await using var under = await SqliteUnderTest.OpenAsync();
        var store = under.Store;
        await store.CommitAsync(State(Lead("old"), 0) with { Events = [Event(1)] }, None);
        var good = new List<Task>();
        var bad = new List<Task>();
        using (new ForeignLock(under))
        {
            // The writer takes the first and waits for the lock; the others gather to one batch.
            good.Add(store.CommitAsync(State(Lead("first"), 0), None));
            for (var i = 0; i < 20; i++)
            {
                good.Add(store.CommitAsync(State(Lead($"{i}"), 0) with { Events = [Event(1)] }, None));
                bad.Add(store.CommitAsync(State(Lead("old"), 7) with { Index = [new IndexChange("lost", "x", [])] }, None));
                bad.Add(store.CommitAsync(NoState(Lead("old"), 1) with { Events = [Event(2 + i), Event(1)], Outbox = [Message(Lead("old"), i)] }, None));
                // Twice in one batch: the second is decided on what the first wrote.
                good.Add(store.CommitAsync(State(Lead($"{i}"), 1), None));
            }
        }
        await Task.WhenAll(good);
        foreach (var task in bad) await Should.ThrowAsync<VersionConflictException>(() => task);

        (await store.ListKeysAsync(ActorKinds.Lead, None)).Count.ShouldBe(22);
        for (var i = 0; i < 20; i++) (await store.LoadAsync(Lead($"{i}"), None)).ShouldNotBeNull().Version.ShouldBe(2);
        (await store.ReadEventsAsync(Lead("old"), None)).Count.ShouldBe(1);
        (await store.ReadOutboxAsync(null, 10, None)).ShouldBeEmpty();
        (await store.ReadIndexAsync("lost", None)).ShouldBeEmpty();
        store.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_refused_at_once_and_the_others_are_written()
    {
        await using var under = await SqliteUnderTest.OpenAsync(o => o with { MaxWaitingWrites = 2, MaxBatchWrites = 1 });
        List<Task> commits;
        using (new ForeignLock(under))
        {
            commits = [.. Enumerable.Range(0, 10).Select(i => under.Store.CommitAsync(State(Lead($"{i}"), 0), None))];
            // One in the writer's hands, two waiting.
            commits.Count(c => c.IsFaulted).ShouldBeGreaterThanOrEqualTo(7);
        }
        var written = 0;
        foreach (var commit in commits)
        {
            try
            {
                await commit;
                written++;
            }
            catch (StoreUnavailableException e)
            {
                e.Message.ShouldContain("2 writes are waiting already");
            }
        }
        written.ShouldBeInRange(2, 3);
        (await under.Store.ListKeysAsync(ActorKinds.Lead, None)).Count.ShouldBe(written);
        under.Store.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_written()
    {
        await using var under = await SqliteUnderTest.OpenAsync(o => o with { MaxBatchWrites = 1 });
        using var cancel = new CancellationTokenSource();
        Task first, cancelled;
        using (new ForeignLock(under))
        {
            first = under.Store.CommitAsync(State(Lead("first"), 0), None);
            cancelled = under.Store.CommitAsync(State(Lead("cancelled"), 0), cancel.Token);
            await cancel.CancelAsync();
        }
        await first;
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        (await under.Store.ListKeysAsync(ActorKinds.Lead, None)).ShouldBe(["first"]);
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_refuses_what_comes_later()
    {
        await using var under = await SqliteUnderTest.OpenAsync();
        var closing = under.Store;
        var commits = Enumerable.Range(0, 500).Select(i => closing.CommitAsync(State(Lead($"{i}"), 0), None)).ToList();
        await closing.DisposeAsync();
        await Task.WhenAll(commits);
        await Should.ThrowAsync<StoreUnavailableException>(() => closing.CommitAsync(State(Lead("late"), 0), None));
        await Should.ThrowAsync<StoreUnavailableException>(async () => await closing.LoadAsync(Lead("1"), None));
        await Should.ThrowAsync<StoreUnavailableException>(() => closing.ReadDueAsync(DateTimeOffset.MaxValue, None));

        await under.ReopenAsync();
        (await under.Store.ListKeysAsync(ActorKinds.Lead, None)).Count.ShouldBe(500);
    }
}
