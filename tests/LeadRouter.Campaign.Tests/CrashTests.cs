using System.Text.Json.Nodes;
using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.TestClient;
using Xunit.Abstractions;

namespace LeadRouter.Campaign.Tests;

/// <summary>
/// A busy centre whose server is killed, suspended, stopped, slowed down and left without disk again and again. What is asserted
/// rests on what the world saw: answers, hub messages and the public reads; the journal on the disk is read only to count the
/// day's totals again.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_twenty_times_and_troubled_otherwise_under_load_it_loses_nothing_and_does_nothing_twice()
    {
        var (seed, rounds) = (Seeds.Seed(), Seeds.CrashRounds());
        output.WriteLine($"LEADROUTER_SEED={seed} LEADROUTER_CRASH_ROUNDS={rounds}");
        var world = new Witness();
        await using var disk = await LoopDisk.MountAsync();
        await using var server = await ServerProcess.StartAsync(
            ["--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "0.9", "--Telephony:Simulated:RingSeconds", "0.12",
             "--Telephony:Simulated:TalkSeconds", "0.2", "--Telephony:Simulated:Spread", "0.5", "--Telephony:Simulated:Seed", $"{seed}"], disk?.DataFolder);
        world.Calm.Begins(DateTimeOffset.UtcNow);
        using var admin = await CallCentre.AdminAsync(server);
        await Centre.SetDeskAsync(admin, Desk);
        var accounts = await CallCentre.AddRepsAsync(admin, 20, (i, rep) => rep with { Capacity = 1 + i % 4 });
        var capacities = accounts.Select((rep, i) => (rep.RepId, Capacity: 1 + (i + 1) % 4)).ToDictionary(rep => rep.RepId, rep => rep.Capacity);
        var scripts = accounts.Select((_, i) => new CrashScript(seed + i, forgetful: i % 10 == 3, patient: i % 10 == 7)).ToList();
        var patient = accounts.Where((_, i) => i % 10 == 7).Select(rep => rep.RepId).ToHashSet();
        using var stop = new CancellationTokenSource();
        var reps = accounts.Select((rep, i) => new ScriptedRep(() => server.Address, rep, capacities[rep.RepId], scripts[i], world).RunAsync(stop.Token)).ToList();
        var watch = new StarvationWatch(admin, world, Upkeep.RecoveryLimit);
        var watching = watch.RunAsync(stop.Token);

        using var run = new CrashRun(server, world, disk, seed, rounds);
        await TroubleAsync(run, world, [.. reps, watching]);
        scripts.ForEach(script => script.Clear());
        var drained = DateTimeOffset.UtcNow;
        await Ledger.DrainAsync(admin, TimeSpan.FromSeconds(180), lead => AwaitsItsCall(lead, patient));
        output.WriteLine($"Drained in {(DateTimeOffset.UtcNow - drained).TotalSeconds:F1} s; at most {watch.MostWaiting} leads waited.");
        await stop.CancelAsync();
        await Task.WhenAll([.. reps, watching]);
        await Ledger.RepsGoneAsync(admin);

        var deadlines = new DeadlineChecks(world.Calm);
        var leads = await Ledger.ReadAsync(admin, deadlines.Check);
        var board = await admin.GetAsync<BoardDto>("/api/v1/board");
        (await server.StopAsync()).ShouldBe(0, server.Output);
        var replay = await BoardReplay.OfAsync(Journal.OfFolderAsync(server.DataFolder), board);

        Write(Report(world, leads, board, deadlines));
        run.Kills.ShouldBeGreaterThanOrEqualTo(rounds / Deck.PackSize * Deck.PackKills);
        string[] violations =
        [
            .. world.Violations, .. leads.Values.SelectMany(lead => lead.Violations),
            .. IntakeChecks.Kept(world, leads), .. IntakeChecks.SameAnswer(world), .. IntakeChecks.CountedOnce(world, leads.Values.Select(lead => lead.Lead)),
            .. OwnerChecks.Accepts(world, leads), .. OwnerChecks.Absences(world, leads), .. OwnerChecks.Dispositions(world, leads), .. OwnerChecks.Capacity(leads, capacities),
            .. deadlines.Violations, .. OwnerChecks.Waiting(board, leads), .. replay.Differences(board), .. ServerLog.Complaints(server.Lines, world.DiskFull), .. run.LateRecoveries(),
        ];
        Write(violations.Take(200));
        violations.Length.ShouldBe(0, "violations, the first of which are in the output");
    }

    /// <summary>A night's work that breaks off still says what it did and what it saw.</summary>
    private async Task TroubleAsync(CrashRun run, Witness world, IReadOnlyList<Task> people)
    {
        try
        {
            await run.LoadAndTroubleAsync(people);
        }
        catch
        {
            Write(world.Violations);
            throw;
        }
        finally
        {
            Write(run.Report());
        }
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            output.WriteLine(line);
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
        queue["sla"] = new JsonObject { ["firstAttemptSeconds"] = 10, ["warnAtPercent"] = 80, ["clock"] = "raw" };
        queue["cadence"] = new JsonArray(new JsonObject { ["afterMinutes"] = 1 });
    }

    /// <summary>A patient rep waits for the word of a carrier that died with the server: the lead's own deadline ends it, after a minute and a half.</summary>
    private static bool AwaitsItsCall(LeadDto lead, HashSet<string> patient) =>
        lead.State == "attempting" && lead.Owner is { } owner && patient.Contains(owner) && lead.Deadlines.Any(deadline => deadline.Kind == "callEnd" && deadline.At > DateTimeOffset.UtcNow);

    private static IEnumerable<string> Report(Witness world, IReadOnlyDictionary<string, LeadHistory> leads, BoardDto board, DeadlineChecks deadlines) =>
    [
        $"Posts: {world.Posts.Count(post => post.Answers.Count > 0)} answered 2xx, {world.TurnedAway} times 503, {world.Posts.Count(post => post.Possible > post.Promised)} perhaps taken; {world.Reconnects} reconnects.",
        $"Leads: {leads.Count}, {leads.Values.Count(lead => lead.Lead.ClosedAt is not null)} closed; {world.OffersSeen} offers seen, {board.Totals.Assigned} accepted, {board.Totals.CallsPlaced} calls, {board.Totals.Won} won.",
        $"Deadlines: {deadlines.Fired} fired; {deadlines.FiredInCalm} in calm, the latest {deadlines.WorstInCalm.Lateness.TotalMilliseconds:F0} ms late ({deadlines.WorstInCalm.What}); of the others {deadlines.WorstInTrouble.Lateness.TotalMilliseconds:F0} ms ({deadlines.WorstInTrouble.What}), troubles not counted.",
    ];
}
