using System.Text.Json.Nodes;
using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.TestClient;
using Xunit.Abstractions;

namespace LeadRouter.Campaign.Tests.Fleets;

/// <summary>
/// Three real servers under load, each trouble in turn: one is killed, suspended, stopped, joined by another, restarted; Redis and
/// PostgreSQL are gone. What is asserted rests on what the world saw, and on the journal only where the board is counted again.
/// </summary>
public sealed class FleetTests(ITestOutputHelper output)
{
    private const int Reps = 24;
    private static readonly string[] Queues = ["sales", "north", "south", "east", "west", "service"];

    [Fact]
    public async Task Three_servers_in_every_trouble_lose_nothing_and_do_nothing_twice()
    {
        if (Fleet.Hindrance is { } missing)
        {
            output.WriteLine($"Skipped: {missing}");
            return;
        }

        var (seed, rounds, rate) = (Seeds.Seed(), Seeds.FleetRounds(), Seeds.FleetLeadsPerSecond());
        output.WriteLine($"LEADROUTER_SEED={seed} LEADROUTER_FLEET_ROUNDS={rounds} LEADROUTER_FLEET_RATE={rate}");
        var world = new Witness();
        await using var fleet = await Fleet.StartAsync(3);
        await using var balancer = new Balancer(() => fleet.Servers);
        using var admin = await CallCentre.AdminAsync(fleet.Servers[0]);
        await Centre.SetDeskAsync(admin, Desk);
        var accounts = await CallCentre.AddRepsAsync(admin, Reps, (i, rep) => rep with { Capacity = 1 + i % 4, Queues = Queues });
        var capacities = accounts.Select((rep, i) => (rep.RepId, Capacity: 1 + (i + 1) % 4)).ToDictionary(rep => rep.RepId, rep => rep.Capacity);
        var scripts = accounts.Select((_, i) => new FleetScript(seed + i)).ToList();
        world.Calm.Begins(DateTimeOffset.UtcNow);
        using var stop = new CancellationTokenSource();
        using var enough = new CancellationTokenSource();
        List<Task> people = [.. accounts.Select((rep, i) => new ScriptedRep(balancer.Next, rep, capacities[rep.RepId], scripts[i], world).RunAsync(stop.Token))];
        using var source = new LeadSource(balancer.Next, fleet.IntakeKey, world, seed, rate) { Queues = Queues, IsUnsure = true };
        var load = source.RunAsync(enough.Token);

        var run = new FleetRun(fleet, world, balancer, admin, new Random(seed), thorough: rounds > 14);
        try
        {
            await run.RunAsync(rounds, Seeds.FleetTime(), people);
        }
        finally
        {
            Write(run.Report());
            Write(world.Violations.Take(50));
        }

        await enough.CancelAsync();
        await load;
        scripts.ForEach(script => script.Clear());
        using var supervisor = await CallCentre.AdminAsync(fleet.Servers[^1]);
        await Ledger.DrainAsync(supervisor, TimeSpan.FromSeconds(180), _ => false);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        await Ledger.RepsGoneAsync(supervisor);
        await CheckAsync(fleet, world, supervisor, capacities);
    }

    private async Task CheckAsync(Fleet fleet, Witness world, Api supervisor, Dictionary<string, int> capacities)
    {
        var deadlines = new DeadlineChecks(world.Calm);
        var leads = await Ledger.ReadAsync(supervisor, deadlines.Check);
        var (boards, replay) = await BoardsAsync(fleet);
        Write(
        [
            $"Posts: {world.Posts.Count(post => post.Answers.Count > 0)} answered 2xx, {world.TurnedAway} times 503, {world.Posts.Count(post => post.Possible > post.Promised)} perhaps taken; {world.Reconnects} reconnects.",
            $"Leads: {leads.Count}, {leads.Values.Count(lead => lead.Lead.ClosedAt is not null)} closed; {world.OffersSeen} offers seen, {boards[0].Totals.Assigned} accepted, {boards[0].Totals.Won} won.",
            $"Deadlines: {deadlines.Fired} fired; {deadlines.FiredInCalm} in calm, the latest {deadlines.WorstInCalm.Lateness.TotalMilliseconds:F0} ms late ({deadlines.WorstInCalm.What}); of the others {deadlines.WorstInTrouble.Lateness.TotalMilliseconds:F0} ms ({deadlines.WorstInTrouble.What}), troubles not counted.",
        ]);
        string[] violations =
        [
            .. world.Violations, .. leads.Values.SelectMany(lead => lead.Violations),
            .. IntakeChecks.Kept(world, leads), .. IntakeChecks.SameAnswer(world), .. IntakeChecks.CountedOnce(world, leads.Values.Select(lead => lead.Lead)),
            .. OwnerChecks.Accepts(world, leads), .. OwnerChecks.Absences(world, leads), .. OwnerChecks.Dispositions(world, leads), .. OwnerChecks.Capacity(leads, capacities),
            .. deadlines.Violations, .. boards.SelectMany((board, i) => replay.Differences(board).Select(difference => $"Server {i + 1}: {difference}")),
        ];
        Write(violations.Take(200));
        violations.Length.ShouldBe(0, "violations, the first of which are in the output");
    }

    /// <summary>The boards of all servers and the same day counted again, when no event came in between.</summary>
    private static async Task<(IReadOnlyList<BoardDto> Boards, BoardReplay Replay)> BoardsAsync(Fleet fleet)
    {
        for (var tries = 0; ; tries++)
        {
            var before = await Journal.LastAsync(fleet.Postgres.ConnectionString);
            // A board follows the journal at a short distance.
            await Task.Delay(TimeSpan.FromSeconds(1));
            var boards = new List<BoardDto>();
            foreach (var server in fleet.Servers)
            {
                using var api = await CallCentre.AdminAsync(server);
                boards.Add(await api.GetAsync<BoardDto>("/api/v1/board"));
            }

            var replay = await BoardReplay.OfAsync(Journal.OfPostgresAsync(fleet.Postgres.ConnectionString), boards[0]);
            if (await Journal.LastAsync(fleet.Postgres.ConnectionString) == before)
                return (boards, replay);
            tries.ShouldBeLessThan(20, "events never stop coming");
        }
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            output.WriteLine(line);
    }

    /// <summary>Everything as short as the desk allows, in several queues, so that not all of them live on one server.</summary>
    private static void Desk(JsonNode desk, JsonNode queue)
    {
        queue["offerSeconds"] = 5;
        queue["offerAgainSeconds"] = 1;
        queue["ownerFirstSeconds"] = 2;
        queue["attemptBySeconds"] = 10;
        queue["dispositionBySeconds"] = 10;
        queue["reminders"] = 1;
        queue["sla"] = new JsonObject { ["firstAttemptSeconds"] = 10, ["warnAtPercent"] = 80, ["clock"] = "raw" };
        queue["cadence"] = new JsonArray(new JsonObject { ["afterMinutes"] = 1 });
        var queues = desk["queues"]!.AsArray();
        var first = queue.DeepClone();
        queues.Clear();
        foreach (var id in Queues)
        {
            var one = first.DeepClone();
            (one["id"], one["title"]) = (id, id);
            queues.Add(one);
        }
    }
}
