using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Tests.Centres;
using Xunit.Abstractions;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>The process dies at every commit of a scenario, one run for each; the next one goes on from what was durable.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Theory, Modes]
    public async Task The_scenario_ends_without_a_crash(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var scenario = new CallScenario(centre);
        await scenario.RunAsync(centre);
        await scenario.CheckAsync(centre);
        output.WriteLine($"{centre.Store.Commits} commits, {centre.Carrier.Orders.Count} calls");
    }

    [Theory, Modes]
    public Task A_crash_after_any_commit_that_was_heard_of_loses_nothing(string mode) => CrashEverywhereAsync(mode, acknowledged: true);

    [Theory, Modes]
    public Task A_crash_after_any_commit_that_nobody_heard_of_loses_nothing(string mode) => CrashEverywhereAsync(mode, acknowledged: false);

    [Theory, Modes]
    public Task A_crash_and_another_during_recovery_lose_nothing(string mode) =>
        CrashAtAsync(mode, commits => commits % 5 == 3, commits => (commits % 2 == 0, commits % 7 + 1));

    private Task CrashEverywhereAsync(string mode, bool acknowledged) => CrashAtAsync(mode, _ => true, _ => (acknowledged, null));

    private async Task CrashAtAsync(string mode, Func<int, bool> at, Func<int, (bool Acknowledged, int? Again)> how)
    {
        var crashes = 0;
        var all = await CommitsAsync(mode);
        await Parallel.ForEachAsync(Enumerable.Range(1, all).Where(at), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (commits, _) =>
        {
            var (acknowledged, again) = how(commits);
            if (await CrashAsync(mode, commits, acknowledged, again))
                Interlocked.Increment(ref crashes);
        });
        output.WriteLine($"{crashes} crashes of a scenario of {all} commits.");
        // Some commits more or less: what happens side by side is not the same in every run.
        crashes.ShouldBeGreaterThan(Enumerable.Range(1, all).Count(at) * 9 / 10);
    }

    private static async Task<int> CommitsAsync(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await new CallScenario(centre).RunAsync(centre);
        return centre.Store.Commits;
    }

    /// <summary>Dies once or twice, runs to the end and checks; false when the scenario was over before the crash.</summary>
    private async Task<bool> CrashAsync(string mode, int commits, bool acknowledged, int? again)
    {
        var centre = await Centre.OpenAsync(mode);
        var scenario = new CallScenario(centre);
        var crashes = new Queue<int>(again is { } second ? [commits, second] : [commits]);
        var crashed = false;
        try
        {
            while (true)
            {
                if (crashes.TryDequeue(out var at))
                    centre.Store.CrashAfter(at, acknowledged);
                if (await RunUntilCrashAsync(centre, scenario))
                    break;
                crashed = true;
                centre = await centre.RestartAsync();
            }

            await scenario.CheckAsync(centre);
            return crashed;
        }
        catch (Exception)
        {
            output.WriteLine($"Mode {mode}, crash after {commits} commits ({(acknowledged ? "heard of" : "not heard of")}){(again is null ? "" : $", then after {again} more")}.");
            throw;
        }
        finally
        {
            await centre.DisposeAsync();
        }
    }

    /// <summary>True when the scenario came to its end.</summary>
    private static async Task<bool> RunUntilCrashAsync(Centre centre, CallScenario scenario)
    {
        var running = scenario.RunAsync(centre);
        var first = await Task.WhenAny(running, centre.Store.Crashed);
        if (first == running && !centre.Store.Crashed.IsCompleted)
        {
            await running;
            return true;
        }

        // Who waits for the dead process is told; what was answered before the crash stays answered.
        await centre.DisposeAsync();
        try
        {
            await running;
        }
        catch (Exception answer) when (answer is StoreUnavailableException or OverloadedException)
        {
            // As expected; only a crash at the very last commit leaves nobody waiting.
        }

        return false;
    }
}
