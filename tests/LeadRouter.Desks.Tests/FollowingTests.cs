using LeadRouter.Accounts;
using LeadRouter.Domain.Desks;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Desks.Tests;

/// <summary>Two servers on a real PostgreSQL: what one changes the other learns of, by itself and when it asks.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private readonly PostgresServer? _postgres = PostgresServer.Hindrance is null ? PostgresServer.StartNew() : null;
    private readonly List<OneServer> _servers = [];

    [PostgresFact]
    public async Task A_desk_put_in_force_on_one_comes_into_force_on_the_other_by_itself()
    {
        var (one, two) = (await StartAsync(), await StartAsync());
        var heard = new TaskCompletionSource<string>();
        two.Desk.Changed += desk => heard.TrySetResult(desk.Currency);

        await one.Desk.PutAsync(In("GBP"), 1, CancellationToken.None);

        (await heard.Task.WaitAsync(Eventually.Patience)).ShouldBe("GBP");
        two.Desk.Version.ShouldBe(2);
    }

    [PostgresFact]
    public async Task Who_asks_sees_what_was_written_before()
    {
        var (one, two) = (await StartAsync(), await StartAsync());
        for (var version = 2; version < 22; version++)
        {
            var (writer, reader) = version % 2 == 0 ? (one, two) : (two, one);
            (await writer.Desk.PutAsync(In("GBP"), version - 1, CancellationToken.None)).ShouldBe(version);
            await reader.Follower.CatchUpAsync();
            reader.Desk.Version.ShouldBe(version);
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.Follower.StopAsync(CancellationToken.None);
            server.Follower.Dispose();
            await server.Store.DisposeAsync();
        }
        _postgres?.Dispose();
    }

    private static Desk In(string currency) => DefaultDesk.Create() with { Currency = currency };

    private async Task<OneServer> StartAsync()
    {
        var store = await PostgresStore.OpenAsync(new PostgresStoreOptions { ConnectionString = _postgres!.ConnectionString }, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        var desk = new DeskService(store);
        var server = new OneServer(store, desk, new DocumentFollower([desk], store, store, TimeProvider.System, NullLogger<DocumentFollower>.Instance));
        _servers.Add(server);
        await server.Follower.BeginAsync(CancellationToken.None);
        await desk.LoadAsync(In("EUR"), CancellationToken.None);
        await server.Follower.StartAsync(CancellationToken.None);
        return server;
    }

    private sealed record OneServer(PostgresStore Store, DeskService Desk, DocumentFollower Follower);

    private sealed class PostgresFactAttribute : FactAttribute
    {
        public PostgresFactAttribute() => Skip = PostgresServer.Hindrance;
    }
}
