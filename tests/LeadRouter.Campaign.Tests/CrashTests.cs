using System.Text.Json.Nodes;
using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.TestClient;
using Xunit.Abstractions;

namespace LeadRouter.Campaign.Tests;

/// <summary>
/// A busy centre whose server is killed again and again. What is asserted rests on what the world saw: answers, hub
/// messages and the public reads; the journal on the disk is read only to count the day's totals again.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const double LeadsPerSecond = 55;

    /// <summary>5 s after a restart by the design, and as much again for a machine that builds something else meanwhile.</summary>
    private static readonly TimeSpan DeadlineLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Killed_twenty_times_under_load_it_loses_nothing_and_does_nothing_twice()
    {
        var (seed, rounds) = (Seeds.Seed(), Seeds.CrashRounds());
        output.WriteLine($"LEADROUTER_SEED={seed} LEADROUTER_CRASH_ROUNDS={rounds}");
        var world = new Witness();
        await using var server = await ServerProcess.StartAsync(
            ["--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "0.9", "--Telephony:Simulated:RingSeconds", "0.12",
             "--Telephony:Simulated:TalkSeconds", "0.2", "--Telephony:Simulated:Spread", "0.5", "--Telephony:Simulated:Seed", $"{seed}"]);
        world.Lives.Ready(DateTimeOffset.UtcNow);
        using var admin = await CallCentre.AdminAsync(server);
        await Centre.SetDeskAsync(admin, Desk);
        var accounts = await CallCentre.AddRepsAsync(admin, 20, (i, rep) => rep with { Capacity = 1 + i % 4 });
        var capacities = accounts.Select((rep, i) => (rep.RepId, Capacity: 1 + (i + 1) % 4)).ToDictionary(rep => rep.RepId, rep => rep.Capacity);
        var scripts = accounts.Select((_, i) => new CrashScript(seed + i, forgetful: i % 10 == 3, patient: i % 10 == 7)).ToList();
        var patient = accounts.Where((_, i) => i % 10 == 7).Select(rep => rep.RepId).ToHashSet();
        using var stop = new CancellationTokenSource();
        var reps = accounts.Select((rep, i) => new ScriptedRep(server.Address, rep, capacities[rep.RepId], scripts[i], world).RunAsync(stop.Token)).ToList();
        var watch = new StarvationWatch(admin, world, RecoveryLimit);
        var watching = watch.RunAsync(stop.Token);

        var (killer, loaded) = await LoadAndKillAsync(server, world, seed, rounds);
        scripts.ForEach(script => script.Clear());
        var drained = DateTimeOffset.UtcNow;
        await Ledger.DrainAsync(admin, TimeSpan.FromSeconds(120), lead => AwaitsItsCall(lead, patient));
        var draining = DateTimeOffset.UtcNow - drained;
        await stop.CancelAsync();
        await Task.WhenAll([.. reps, watching]);
        await Ledger.RepsGoneAsync(admin);

        var leads = await Ledger.ReadAsync(admin);
        var board = await admin.GetAsync<BoardDto>("/api/v1/board");
        (await server.StopAsync()).ShouldBe(0, server.Output);
        var replay = new BoardReplay(await Journal.ReadAsync(server.DataFolder), JournalEntry.ParseDay(board.Day), TimeZoneInfo.FindSystemTimeZoneById(board.TimeZone));
        var deadlines = new DeadlineChecks(world.Lives, DeadlineLimit);
        foreach (var lead in leads.Values)
            deadlines.Check(lead.Lead, board.At);

        Print(world, killer, leads, board, loaded, draining, deadlines, watch);
        killer.Kills.ShouldBeGreaterThanOrEqualTo(rounds);
        string[] violations =
        [
            .. world.Violations, .. leads.Values.SelectMany(lead => lead.Violations),
            .. IntakeChecks.Kept(world, leads), .. IntakeChecks.SameAnswer(world), .. IntakeChecks.CountedOnce(world, leads.Values.Select(lead => lead.Lead)),
            .. OwnerChecks.Accepts(world, leads), .. OwnerChecks.Absences(world, leads), .. OwnerChecks.Dispositions(world, leads), .. OwnerChecks.Capacity(leads, capacities),
            .. deadlines.Violations, .. OwnerChecks.Waiting(board, leads), .. replay.Differences(board), .. ServerLog.Complaints(server.Output),
            .. killer.Recoveries.Where(time => time > RecoveryLimit).Select(time => $"The first offer after a restart rang {time.TotalSeconds:F1} s after readiness."),
        ];
        foreach (var violation in violations.Take(200))
            output.WriteLine(violation);
        violations.Length.ShouldBe(0, "violations, the first of which are in the output");
    }

    private static async Task<(Killer Killer, TimeSpan Loaded)> LoadAndKillAsync(ServerProcess server, Witness world, int seed, int rounds)
    {
        var killer = new Killer(server, world, seed);
        using var source = new LeadSource(server.Address, server.IntakeKey, world, seed, LeadsPerSecond);
        using var enough = new CancellationTokenSource();
        var started = DateTimeOffset.UtcNow;
        var load = source.RunAsync(enough.Token);
        for (var round = 0; round < rounds; round++)
            await killer.RoundAsync(round);
        var loaded = DateTimeOffset.UtcNow - started;
        await enough.CancelAsync();
        await load;
        return (killer, loaded);
    }

    /// <summary>Everything as short as the desk allows, so that offers expire, leads are taken back and retried while the test runs.</summary>
    private static void Desk(JsonNode desk, JsonNode queue)
    {
        queue["offerSeconds"] = 5;
        queue["offerAgainSeconds"] = 1;
        queue["ownerFirstSeconds"] = 2;
        queue["ringSeconds"] = 5;
        queue["attemptBySeconds"] = 10;
        queue["dispositionBySeconds"] = 10;
        queue["reminders"] = 1;
        queue["sla"] = new JsonObject { ["firstAttemptSeconds"] = 10, ["warnAtPercent"] = 80 };
        queue["cadence"] = new JsonArray(new JsonObject { ["afterMinutes"] = 1 });
    }

    /// <summary>A patient rep waits for the word of a carrier that died with the server: the lead's own deadline ends it, after a minute and a half.</summary>
    private static bool AwaitsItsCall(LeadDto lead, HashSet<string> patient) =>
        lead.State == "attempting" && lead.Owner is { } owner && patient.Contains(owner) && lead.Deadlines.Any(deadline => deadline.Kind == "callEnd" && deadline.At > DateTimeOffset.UtcNow);

    private void Print(Witness world, Killer killer, IReadOnlyDictionary<string, LeadHistory> leads, BoardDto board, TimeSpan loaded, TimeSpan draining, DeadlineChecks deadlines, StarvationWatch watch)
    {
        var answered = world.Posts.Count(post => post.Answers.Count > 0);
        output.WriteLine($"Load: {world.Posts.Count} posts in {loaded.TotalSeconds:F0} s ({world.Posts.Count / loaded.TotalSeconds:F1}/s), {answered} answered 2xx, {world.Posts.Count(post => post.Possible > post.Promised)} perhaps taken.");
        output.WriteLine($"Kills: {killer.Kills}, clean stops: {killer.Stops}; start to ready {Seconds(killer.Starts)}; ready to first offer {Seconds(killer.Recoveries)}; {world.Reconnects} reconnects.");
        output.WriteLine($"Leads: {leads.Count}, {leads.Values.Count(lead => lead.Lead.ClosedAt is not null)} closed; {world.OffersSeen} offers seen, {board.Totals.Assigned} accepted, {board.Totals.CallsPlaced} calls, {board.Totals.Won} won; at most {watch.MostWaiting} waited; drained in {draining.TotalSeconds:F1} s.");
        output.WriteLine($"Deadlines: {deadlines.Fired} fired, the latest {deadlines.Worst.Lateness.TotalMilliseconds:F0} ms late ({deadlines.Worst.What}).");
    }

    private static string Seconds(List<TimeSpan> times) => times.Count == 0
        ? "never"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{times.Min().TotalSeconds:F2}/{times.Average(time => time.TotalSeconds):F2}/{times.Max().TotalSeconds:F2} s (least/mean/most)");
}
