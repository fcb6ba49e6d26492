using LeadRouter.Engine.Actors;

namespace LeadRouter.Simulation.Hosting;

/// <summary>Wakes actors at their deadlines: late or twice, when the faults say so.</summary>
internal sealed class VirtualClock(VirtualHost host, HostParts parts)
{
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
        var late = parts.Draw.Chance(parts.Faults.TimerLate) ? parts.Draw.Seconds(0.001, parts.Faults.TimerLateSeconds) : TimeSpan.FromMilliseconds(1);
        var now = parts.Agenda.Now;
        host.Later((instant > now ? instant - now : TimeSpan.Zero) + late, () => Fire(id, instant));
    }

    private void Fire(ActorId id, DateTimeOffset at)
    {
        if (!_due.TryGetValue(id, out var current) || current != at)
            return;
        _due.Remove(id);
        host.Tell(id, new Wake());
        if (parts.Draw.Chance(parts.Faults.TimerTwice))
            host.Later(parts.Draw.Seconds(0, 0.5), () => host.Tell(id, new Wake()));
    }
}
