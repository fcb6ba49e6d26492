using System.Globalization;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests;

/// <summary>The rounds of a crash test: posts come in all the time, and each round has its trouble.</summary>
internal sealed class CrashRun(ServerProcess server, Witness world, LoopDisk? disk, int seed, int rounds) : IDisposable
{
    private const double LeadsPerSecond = 30;

    /// <summary>Each restart counts the day again and the end reads every lead: a night of a busy site's posts would test little but that.</summary>
    private const double LeadsPerSecondInLongRuns = 15;

    private readonly SortedDictionary<Trouble, int> _made = [];
    private readonly Upkeep _upkeep = new(server, world);
    private DateTimeOffset _started;
    private Troublemaker? _troublemaker;
    private bool _canSlow;

    public int Kills => _upkeep.Kills;

    /// <summary>More than two packs of the deck: troubles are longer and leads fewer then.</summary>
    private bool IsLong => rounds > 2 * Deck.PackSize;

    /// <summary>Returns when all rounds are over and the last post is answered.</summary>
    /// <param name="people">Who has to be at work all the time: without them the rounds would test nothing.</param>
    public async Task LoadAndTroubleAsync(IReadOnlyList<Task> people)
    {
        _canSlow = await SlowDisk.IsPossibleAsync();
        var random = new Random(seed);
        var deck = new Deck(random, disk is not null, _canSlow);
        _troublemaker = new Troublemaker(server, _upkeep, world, disk, random, IsLong);
        using var source = new LeadSource(() => server.Address, server.IntakeKey, world, seed, IsLong ? LeadsPerSecondInLongRuns : LeadsPerSecond);
        using var enough = new CancellationTokenSource();
        _started = DateTimeOffset.UtcNow;
        var load = source.RunAsync(enough.Token);
        for (var round = 0; round < rounds; round++)
        {
            var trouble = deck.Next();
            _made[trouble] = _made.GetValueOrDefault(trouble) + 1;
            await _troublemaker.RoundAsync(trouble);
            foreach (var broken in people.Where(person => person.IsCompleted))
                await broken;
        }

        await enough.CancelAsync();
        await load;
    }

    public IEnumerable<string> LateRecoveries() =>
        from trouble in _upkeep.Recoveries
        from time in trouble.Value
        where time > Upkeep.RecoveryLimit
        select $"{trouble.Key}: the first offer rang {time.TotalSeconds:F1} s after its end.";

    public IEnumerable<string> Report()
    {
        if (disk is null)
            yield return "Left out: the full disk, because no file system can be mounted here (it needs Linux, root and loop devices).";
        if (!_canSlow)
            yield return "Left out: the slow disk, because no process can be traced here (it needs strace and the right to trace).";
        yield return $"Load: {world.Posts.Count} posts in {(DateTimeOffset.UtcNow - _started).TotalSeconds:F0} s.";
        yield return $"Rounds: {_made.Values.Sum()}; {Kills} kills; {_troublemaker?.SlowSyncs} fsyncs slowed down; start to ready {Seconds(_upkeep.Starts)}.";
        foreach (var (trouble, count) in _made)
            yield return $"  {trouble}: {count}; from its end to the next offer {Seconds(_upkeep.Recoveries.GetValueOrDefault(trouble) ?? [])}.";
    }

    public void Dispose() => _upkeep.Dispose();

    private static string Seconds(List<TimeSpan> times) => times.Count == 0
        ? "never"
        : string.Create(CultureInfo.InvariantCulture, $"{times.Min().TotalSeconds:F2}/{times.Average(time => time.TotalSeconds):F2}/{times.Max().TotalSeconds:F2} s (least/mean/most)");
}
