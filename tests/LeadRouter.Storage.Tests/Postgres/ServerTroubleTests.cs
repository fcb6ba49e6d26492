using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Postgres;

public sealed class ServerTroubleTests
{
    [PostgresFact]
    public async Task A_server_that_crashes_loses_nothing_acknowledged_and_the_store_recovers_by_itself()
    {
        using var server = PostgresServer.StartNew();
        await using var under = await PostgresUnderTest.OpenAsync(server);
        var acknowledged = 0;
        var writing = Task.Run(async () =>
        {
            for (; ; acknowledged++) await under.Store.CommitAsync(State(Lead($"{acknowledged:D6}"), 0));
        });
        await Eventually.TrueAsync(() => Volatile.Read(ref acknowledged) > 20, "20 turns are not written");
        server.Crash();
        await Should.ThrowAsync<StoreUnavailableException>(() => writing);
        await RefusedSoonAsync(under.Store);
        under.Store.IsHealthy.ShouldBeFalse();
        under.Store.Trouble.ShouldNotBeNull().ShouldNotContain("Host");

        server.Start();
        await Eventually.TrueAsync(() => under.Store.IsHealthy, "the probe has not found the server again");
        var keys = await under.Store.ListKeysAsync("lead", CancellationToken.None);
        // The one whose answer was lost may be there or not (ADR 0004).
        keys.Count.ShouldBeInRange(acknowledged, acknowledged + 1);
        await under.Store.CommitAsync(State(Lead("after"), 0));
    }

    [PostgresFact]
    public async Task A_server_that_does_not_answer_refuses_commits_in_seconds_and_is_found_again()
    {
        using var server = PostgresServer.StartNew();
        using var wire = new CutWire(server.Port);
        await using var under = await PostgresUnderTest.OpenAsync(wire.Through(server.ConnectionString), options => options with { CommitSeconds = 1 });
        await under.Store.CommitAsync(State(Lead("a"), 0));
        wire.Cut();
        // The first ones are on a connection that looks alive, the later ones open a new one.
        await RefusedSoonAsync(under.Store);
        await RefusedSoonAsync(under.Store);
        under.Store.IsHealthy.ShouldBeFalse();

        wire.Mend();
        await Eventually.TrueAsync(() => under.Store.IsHealthy, "the probe has not found the server again");
        await under.Store.CommitAsync(State(Lead("a"), 1));
    }

    private static async Task RefusedSoonAsync(IEngineStore store)
    {
        var many = Task.WhenAll(Enumerable.Range(0, 100).Select(i => Should.ThrowAsync<StoreUnavailableException>(() => store.CommitAsync(State(Lead($"refused-{i}"), 0)))));
        await many.WaitAsync(TimeSpan.FromSeconds(8));
    }
}
