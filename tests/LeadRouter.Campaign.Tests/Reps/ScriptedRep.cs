using LeadRouter.Campaign.Tests.World;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.Reps;

/// <summary>A rep at work: keeps the desk open, opens it again when the connection is lost.</summary>
/// <param name="server">Where the next connection goes.</param>
internal sealed class ScriptedRep(Func<Uri> server, TestRep rep, int capacity, RepScript script, Witness world)
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMilliseconds(200);

    // What the rep saw outlives the connection: the first State of the next one has to account for it.
    private readonly Screen _screen = new(rep.RepId, capacity, world);

    public string RepId => rep.RepId;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var first = true; !stop.IsCancellationRequested; first = false)
        {
            if (!first)
                Interlocked.Increment(ref world.Reconnects);
            using (var shift = await Shift.OpenAsync(server(), rep, script, _screen, world, stop))
            {
                if (shift is not null)
                    await shift.RunAsync(stop);
            }

            await Task.Delay(ReconnectAfter, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
