using LeadRouter.Simulation.Reach;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>Runs many seeds, until all are done or one has violated an invariant.</summary>
internal sealed class Campaign(CampaignOptions options, Func<SimulationOptions, RunResult> simulate)
{
    private readonly Lock _lock = new();
    private int _started;
    private RunResult? _failure;
    private readonly HashSet<string> _reached = [];
    private CampaignFigures _figures = new(0, 0, 0, null);

    /// <summary>How far it is; safe to read from any thread.</summary>
    public CampaignFigures Figures
    {
        get
        {
            lock (_lock)
                return _figures;
        }
    }

    /// <summary>What is expected of the seeds and none has come to; to be read when all are done.</summary>
    public IReadOnlyList<string> NeverReached => [.. Expected.All.Except(_reached)];

    /// <summary>Returns the failed run of the smallest seed, or null when all were clean.</summary>
    public async Task<RunResult?> RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning)));
        return _failure;
    }

    private void Work()
    {
        while (TryStart(out var seed))
            Take(simulate(options.Of(seed)));
    }

    private bool TryStart(out int seed)
    {
        lock (_lock)
        {
            seed = options.FirstSeed + _started;
            return _failure is null && _started++ < options.Seeds;
        }
    }

    private void Take(RunResult result)
    {
        lock (_lock)
        {
            if (!result.IsClean && (_failure is null || result.Seed < _failure.Seed))
                _failure = result;
            _reached.UnionWith(result.Reached);
            _figures = new(_figures.Seeds + 1, _figures.Leads + result.Leads, _figures.Lives + result.Lives, result);
        }
    }
}

/// <summary>What a campaign has done so far.</summary>
/// <param name="Seeds">Runs that have ended.</param>
/// <param name="Leads">Posts that were answered with a 2xx.</param>
/// <param name="Lives">Starts of the simulated process.</param>
/// <param name="Latest">The run that ended last.</param>
internal sealed record CampaignFigures(int Seeds, long Leads, long Lives, RunResult? Latest);
