using LeadRouter.Engine.Actors;

namespace LeadRouter.Simulation.Hosting;

/// <summary>Wakes actors at their deadlines, by the server's clock: late or twice, when the faults say so.</summary>
internal sealed class VirtualClock(VirtualHost host, HostParts parts)
{
    /// <summary>The embedded host looks at the clock at least this often: a clock that was put forward is noticed by then.</summary>
    private const double LongestSleepSeconds = 1;

    private readonly Dictionary<ActorId, DateTimeOffset> _due = [];

    public void Set(ActorId id, DateTimeOffset? at)
    {
        if (at is not { } instant)
        {
            _due.Remove(id);
            return;
        }

        if (_due.TryGetValue(id, out var known) && known == instant)
            return;
        _due[id] = instant;
        Arm(id, instant, TimeSpan.Zero);
    }

    /// <summary>The clock was put forward or back.</summary>
    public void Stepped()
    {
        if (parts.Flaw == Flaw.SleepsThroughSteps)
            return;
        var nextLook = parts.Draw.Seconds(0, LongestSleepSeconds);
        foreach (var (id, at) in _due)
            Arm(id, at, nextLook);
    }

    private void Arm(ActorId id, DateTimeOffset at, TimeSpan atLeast)
    {
        var late = parts.Draw.Chance(parts.Faults.TimerLate) ? parts.Draw.Seconds(0.001, parts.Faults.TimerLateSeconds) : TimeSpan.FromMilliseconds(1);
        var pause = parts.Time.Until(at);
        host.Later((pause > atLeast ? pause : atLeast) + late, () => Fire(id, at));
    }

    private void Fire(ActorId id, DateTimeOffset at)
    {
        if (!_due.TryGetValue(id, out var current) || current != at)
            return;
        if (parts.Time.Now < at)
        {
            // The clock was put back meanwhile.
            Arm(id, at, TimeSpan.Zero);
            return;
        }

        _due.Remove(id);
        host.Tell(id, new Wake());
        if (parts.Draw.Chance(parts.Faults.TimerTwice))
            host.Later(parts.Draw.Seconds(0, 0.5), () => host.Tell(id, new Wake()));
    }
}
