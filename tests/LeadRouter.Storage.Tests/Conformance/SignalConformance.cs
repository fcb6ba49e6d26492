using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>The hint that something was committed. Every store's tests inherit it.</summary>
public abstract class SignalConformance : StoreSuite
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private IStoreSignal Signal => (IStoreSignal)Under.Engine;

    [Fact]
    public async Task A_commit_ends_the_wait_and_one_before_it_is_not_missed()
    {
        var seen = await Signal.WaitAsync(0, Long, None);
        for (var i = 0; i < 3; i++)
        {
            var waiting = Signal.WaitAsync(seen, Long, None);
            await Under.Engine.CommitAsync(State(Lead($"{i}"), 0));
            var woken = await waiting.WaitAsync(Long);
            woken.ShouldBeGreaterThan(seen);
            (await Signal.WaitAsync(seen, Long, None)).ShouldBeGreaterThanOrEqualTo(woken);
            seen = await QuietAsync(woken);
        }
    }

    [Fact]
    public async Task A_write_of_a_document_ends_the_wait_too()
    {
        var seen = await QuietAsync(0);
        var waiting = Signal.WaitAsync(seen, Long, None);
        await Under.Documents.PutAsync("c", "k", Json("1"), null, None);
        seen = await QuietAsync(await waiting.WaitAsync(Long));
        waiting = Signal.WaitAsync(seen, Long, None);
        await Under.Documents.DeleteAsync("c", "k", None);
        (await waiting.WaitAsync(Long)).ShouldBeGreaterThan(seen);
    }

    [Fact]
    public async Task Without_a_commit_the_wait_ends_with_its_time_or_is_cancelled()
    {
        var seen = await QuietAsync(0);
        (await Signal.WaitAsync(seen, TimeSpan.FromMilliseconds(20), None)).ShouldBe(seen);
        using var cancel = new CancellationTokenSource();
        var waiting = Signal.WaitAsync(seen, Long, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>The number once nothing more is heard: one commit may be heard of twice.</summary>
    private async Task<long> QuietAsync(long seen)
    {
        for (; ; )
        {
            var next = await Signal.WaitAsync(seen, TimeSpan.FromMilliseconds(100), None);
            if (next == seen) return seen;
            seen = next;
        }
    }
}
