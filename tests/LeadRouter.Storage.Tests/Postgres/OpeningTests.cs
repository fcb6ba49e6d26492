using System.Diagnostics;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using Npgsql;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Postgres;

public sealed class OpeningTests
{
    [PostgresFact]
    public async Task A_server_that_comes_up_later_is_waited_for()
    {
        using var server = PostgresServer.StartNew();
        server.Crash();
        var opening = PostgresUnderTest.OpenAsync(server);
        await Task.WhenAny(opening, Task.Delay(TimeSpan.FromSeconds(1.5)));
        opening.IsCompleted.ShouldBeFalse("nothing is there to be opened");

        server.Start();
        await using var under = await opening;
        await under.Store.CommitAsync(State(Lead("first"), 0));
    }

    [PostgresFact]
    public async Task A_server_that_stays_away_ends_the_start_when_the_time_is_up()
    {
        using var server = PostgresServer.StartNew();
        server.Crash();
        var began = Stopwatch.GetTimestamp();

        var refusal = await Should.ThrowAsync<StoreOpenException>(() => PostgresUnderTest.OpenAsync(server.ConnectionString, options => options with { StartSeconds = 1 }));

        refusal.Message.ShouldStartWith("PostgreSQL cannot be reached.");
        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [PostgresFact]
    public async Task A_server_that_refuses_is_not_waited_for()
    {
        using var server = PostgresServer.StartNew();
        var nowhere = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "nowhere" }.ConnectionString;

        await Should.ThrowAsync<StoreOpenException>(() => PostgresUnderTest.OpenAsync(nowhere, options => options with { StartSeconds = 600 })).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
