using LeadRouter.Storage.Postgres;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Postgres;

public sealed class ListenerTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [PostgresFact]
    public async Task A_store_hears_of_another_process_and_again_after_the_server_was_gone()
    {
        using var server = PostgresServer.StartNew();
        await using var under = await PostgresUnderTest.OpenAsync(server);
        await using var second = await under.OpenSecondAsync();
        await HearsAsync(second, () => under.Store.CommitAsync(State(Lead("a"), 0)));
        await HearsAsync(second, () => under.Store.PutAsync("c", "k", Json("1"), 0, None));

        server.Crash();
        await Should.ThrowAsync<StoreUnavailableException>(() => under.Store.CommitAsync(State(Lead("lost"), 0)));
        var seen = await QuietAsync(second);
        (await second.WaitAsync(seen, TimeSpan.FromMilliseconds(50), None)).ShouldBe(seen, "a store without a server waits the time out");
        server.Start();
        // What was said meanwhile is lost: to be heard again is itself a reason to look.
        (await second.WaitAsync(seen, Long, None)).ShouldBeGreaterThan(seen);
        await Eventually.TrueAsync(() => under.Store.IsHealthy, "the probe has not found the server again");
        await HearsAsync(second, () => under.Store.CommitAsync(State(Lead("b"), 0)));
    }

    private static async Task HearsAsync(PostgresStore signal, Func<Task> commit)
    {
        var seen = await QuietAsync(signal);
        var waiting = signal.WaitAsync(seen, Long, None);
        await commit();
        (await waiting).ShouldBeGreaterThan(seen);
    }

    private static async Task<long> QuietAsync(PostgresStore signal)
    {
        for (var seen = 0L; ;)
        {
            var next = await signal.WaitAsync(seen, TimeSpan.FromMilliseconds(100), None);
            if (next == seen) return seen;
            seen = next;
        }
    }
}
