using System.Text.Json.Nodes;
using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.Simulation.Replay;
using LeadRouter.TestClient;
using LeadRouter.TestSupport;
using Xunit.Abstractions;

namespace LeadRouter.Campaign.Tests;

/// <summary>A real week of a real call centre's prospects, posted through the webhook to eight reps.</summary>
public sealed class RealWeekTests(ITestOutputHelper output)
{
    private const int Reps = 8;

    /// <summary>Sunday to Saturday, 17 to 23 January 1999: 1,181 prospects.</summary>
    private static readonly DateTime Sunday = new(1999, 1, 17);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Every_prospect_of_a_real_week_ends_and_the_board_equals_the_journal()
    {
        if (BankCallCentre.Find() is not { } file)
        {
            output.WriteLine(BankCallCentre.SkipReason);
            return;
        }

        var week = CompressedWeek.Of(CallRecords.Read(file), Sunday, Length);
        var world = new Witness();
        // Everybody answers at once: an unanswered call is tried again after a minute at the earliest, which is two days here.
        await using var server = await ServerProcess.StartAsync(
            ["--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "1", "--Telephony:Simulated:RingSeconds", "0", "--Telephony:Simulated:TalkSeconds", "0"]);
        using var admin = await CallCentre.AdminAsync(server);
        await Centre.SetDeskAsync(admin, Desk);
        var accounts = await CallCentre.AddRepsAsync(admin, Reps);
        // The day's counters go by the calendar that was in force when they were begun.
        (await server.StopAsync()).ShouldBe(0, server.Output);
        await server.StartAgainAsync();
        world.Calm.Begins(DateTimeOffset.UtcNow);

        using var stop = new CancellationTokenSource();
        var script = new WeekScript(week.Handling, "ILS");
        var reps = accounts.Select(rep => new ScriptedRep(() => server.Address, rep, 1, script, world).RunAsync(stop.Token)).ToList();
        var answers = await PostAsync(server, week);
        await Ledger.DrainAsync(admin, TimeSpan.FromSeconds(60), _ => false);
        await stop.CancelAsync();
        await Task.WhenAll(reps);
        await Ledger.RepsGoneAsync(admin);

        var leads = await Ledger.ReadAsync(admin);
        var board = await admin.GetAsync<BoardDto>("/api/v1/board");
        (await server.StopAsync()).ShouldBe(0, server.Output);
        var replay = await BoardReplay.OfAsync(Journal.OfFolderAsync(server.DataFolder), board);
        Print(week, leads, answers, board);

        leads.Values.Where(lead => lead.Lead.ClosedAt is null).Select(lead => $"{lead.Lead.LeadId} is still {lead.Lead.State}").ShouldBeEmpty();
        answers.ShouldAllBe(answer => leads.ContainsKey(answer.LeadId));
        (board.Totals.Received + board.Totals.Repeats).ShouldBe(week.Arrivals.Count);
        board.Totals.Attempted.ShouldBe(leads.Count);
        board.Totals.Reached.ShouldBe(leads.Count);
        replay.Differences(board).ShouldBeEmpty();
        string[] violations =
        [
            .. world.Violations, .. leads.Values.SelectMany(lead => lead.Violations), .. OwnerChecks.Accepts(world, leads), .. OwnerChecks.Absences(world, leads),
            .. OwnerChecks.Dispositions(world, leads), .. OwnerChecks.Capacity(leads, accounts.ToDictionary(rep => rep.RepId, _ => 1)), .. ServerLog.Complaints(server.Lines, world.DiskFull),
        ];
        violations.ShouldBeEmpty();
    }

    /// <summary>
    /// A desk has lower limits for people's sake: an offer rings for at least 5 s and a target is at least 5 s, which is hours in
    /// compressed time. So offers do not expire here and the target says little; what is measured is how the leads flow. A lead
    /// that is passed on is offered again at once, because ten seconds would be half a morning.
    /// </summary>
    private static void Desk(JsonNode desk, JsonNode queue)
    {
        queue["offerSeconds"] = 5;
        queue["offerAgainSeconds"] = 0;
        queue["ownerFirstSeconds"] = 0;
        queue["sla"] = new JsonObject { ["firstAttemptSeconds"] = 5, ["warnAtPercent"] = 80, ["clock"] = "raw" };
    }

    /// <summary>Posts each lead at its instant, whatever became of those before it.</summary>
    private static async Task<PostLeadResponse[]> PostAsync(ServerProcess server, CompressedWeek week)
    {
        using var api = new Api(server.Address);
        var started = DateTimeOffset.UtcNow;
        var posts = new List<Task<PostLeadResponse>>();
        foreach (var arrival in week.Arrivals)
        {
            var wait = started + arrival.After - DateTimeOffset.UtcNow;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            posts.Add(api.AcceptLeadAsync(server.IntakeKey, arrival.Lead));
        }

        return await Task.WhenAll(posts);
    }

    private void Print(CompressedWeek week, IReadOnlyDictionary<string, LeadHistory> leads, PostLeadResponse[] answers, BoardDto board)
    {
        var handling = week.Handling.Values.Average(time => time.TotalSeconds) * week.Factor;
        output.WriteLine($"{week.Arrivals.Count} prospects of the week from {Sunday:yyyy-MM-dd}, {week.Factor:F0} times as fast, to {Reps} reps; handling {handling:F0} s on average.");
        output.WriteLine($"{leads.Count} leads, {answers.Count(answer => answer.DuplicateOf is not null)} repeats; {board.Totals.Won} won, revenue {board.Totals.Revenue.Amount} {board.Totals.Revenue.Currency}; SLA {board.Kpis.Sla.Met} of {board.Kpis.Sla.Due}.");
        var times = leads.Values.Where(lead => lead.Lead.FirstAttemptAt is not null).Select(lead => (lead.Lead.FirstAttemptAt!.Value - lead.Lead.ReceivedAt).TotalSeconds).Order().ToList();
        output.WriteLine("Time to first attempt   compressed   in real time");
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1) })
            output.WriteLine($"{name,-21} {Percentiles.Of(times, share) * 1000,9:F1} ms {TimeSpan.FromSeconds((Percentiles.Of(times, share) ?? 0) * week.Factor),14:h\\:mm\\:ss}");
    }
}
