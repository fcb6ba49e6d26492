using System.Diagnostics;
using LeadRouter.Domain;
using LeadRouter.Domain.Reps;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Storage.Sqlite;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using Xunit.Abstractions;

namespace LeadRouter.Boards.Tests;

/// <summary>What a start asks of the store must not grow with every lead.</summary>
public sealed class StartTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Leads = 50_000;
    private const int Reps = 1_200;
    private const int AtOnce = 4_000;
    private const int PageSize = 1_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-board-").FullName;
    private SqliteStore _store = null!;

    public async Task InitializeAsync() => _store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = _folder }, TimeProvider.System);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_open_leads_are_read_by_the_page()
    {
        await WriteAsync(Enumerable.Range(1, Leads).Select(number => Given.Receive(number, Given.Monday, number % 3 == 0 ? "sales" : "service")));
        await WriteAsync(Enumerable.Range(1, Reps).Select(Register));
        var (store, calls) = WatchedStore.Of(_store);
        var floor = Given.Floor(store, new DeskService(_store), new ManualTimeProvider(Given.Monday.AddHours(1)));

        var started = Stopwatch.GetTimestamp();
        var position = await floor.StartAsync(default);
        output.WriteLine($"{Leads:N0} open leads and {Reps:N0} reps, all of them new today, were read in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");

        (floor.OpenLeads, floor.Reps().Count, floor.Queues()["service"].Waiting).ShouldBe((Leads, Reps, Leads - Leads / 3));
        floor.Read((day, _, _) => day.Received).ShouldBe(Leads);
        position.ShouldBe(2 * Leads + Reps);
        calls[nameof(IEngineStore.LoadAsync)].ShouldBe(0);
        calls[nameof(IEngineStore.ReadOpenLeadsAsync)].ShouldBeLessThanOrEqualTo(1 + Leads / PageSize);
        calls[nameof(IEngineStore.LoadManyAsync)].ShouldBe(1 + Reps / PageSize);
        calls[nameof(IEngineStore.ReadJournalAsync)].ShouldBeLessThanOrEqualTo(2 + (int)position / PageSize);
    }

    private async Task WriteAsync(IEnumerable<TurnWrite> turns)
    {
        foreach (var some in turns.Chunk(AtOnce))
            await Task.WhenAll(some.Select(turn => _store.CommitAsync(turn, default)));
    }

    private static TurnWrite Register(int number)
    {
        var id = new RepId($"rep-{number}");
        var registered = new RepRegistered(id, new RepProfile { Name = $"Rep {number}", Queues = ["sales"] }) { At = Given.Monday };
        return new TurnWrite
        {
            Id = new ActorId(ActorKinds.Rep, id.Value),
            ExpectedVersion = 0,
            State = StoredJson.Write(RepEvolution.Replay(null, [registered])!),
            Events = [StoredJson.WriteEvent(1, new RecordedEvent(Given.Monday, registered))],
        };
    }
}
