using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Takeover;

/// <summary>Runs the sweeps, each in its own time, and all of them at once when a server has come or gone.</summary>
internal sealed partial class Sweeper(IReadOnlyList<ISweep> sweeps, IMembers members, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(sweeps.Select(sweep => RunAsync(sweep, cancel)));

    private async Task RunAsync(ISweep sweep, CancellationToken cancel)
    {
        var version = members.Version;
        var isWell = true;
        while (!cancel.IsCancellationRequested)
        {
            var now = members.Version;
            try
            {
                await sweep.LookAsync(now != version, cancel);
                (version, isWell) = (now, true);
            }
            catch (Exception trouble) when (!cancel.IsCancellationRequested)
            {
                // The store or the cluster has trouble, and the next look comes soon: one line is enough.
                if (isWell)
                    LogTrouble(trouble, sweep.GetType().Name);
                isWell = false;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            for (var looked = time.GetTimestamp(); time.GetElapsedTime(looked) < sweep.Every && members.Version == now && !cancel.IsCancellationRequested;)
                await Task.Delay(Tick, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{sweep} could not look; it tries again")]
    private partial void LogTrouble(Exception trouble, string sweep);
}
