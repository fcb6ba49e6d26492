namespace LeadRouter.Simulation.Hosting;

/// <summary>Wakes actors at their deadlines, by the server's clock: late or twice, when the faults say so. Sleeps until the earliest, as the product's clock does.</summary>
internal sealed class VirtualClock(VirtualHost host, HostParts parts)
{
    /// <summary>The product looks at the clock at least this often: a clock that was put forward is noticed by then.</summary>
    private const double LongestSleepSeconds = 1;

    /// <summary>Timers do not fire on the tick.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(1);

    private readonly PriorityQueue<ActorId, Moment> _queue = new();
    private readonly Dictionary<ActorId, DateTimeOffset> _due = [];
    private long _order;

    /// <summary>When the sleep that counts is over; those before it end without a look.</summary>
    private DateTimeOffset _sleepsUntil;
    private Action? _wake;

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
        Enqueue(id, instant);
        Compact();
        if (_queue.TryPeek(out _, out var first) && first.Ticks == instant.UtcTicks)
            Sleep();
    }

    /// <summary>The clock was put forward or back.</summary>
    public void Stepped()
    {
        if (parts.Flaw != Flaw.SleepsThroughSteps)
            host.Later(parts.Draw.Seconds(0, LongestSleepSeconds), Look);
    }

    private void Sleep()
    {
        if (!_queue.TryPeek(out _, out var first))
            return;
        var pause = parts.Time.Until(new DateTimeOffset(first.Ticks, TimeSpan.Zero));
        pause = (pause > TimeSpan.Zero ? pause : TimeSpan.Zero) + Resolution;
        _sleepsUntil = parts.Agenda.Now + pause;
        host.Later(pause, _wake ??= Wake);
    }

    private void Wake()
    {
        if (parts.Agenda.Now == _sleepsUntil)
            Look();
    }

    private void Look()
    {
        while (_queue.TryPeek(out var id, out var first))
        {
            // An entry that was moved or removed meanwhile is stale.
            var isLive = _due.TryGetValue(id, out var due) && due.UtcTicks == first.Ticks;
            if (isLive && due > parts.Time.Now)
                break;
            _queue.Dequeue();
            if (!isLive)
                continue;
            if (parts.Draw.Chance(parts.Faults.TimerLate))
                FireLate(id, due);
            else
                Fire(id, due);
        }

        Sleep();
    }

    private void FireLate(ActorId id, DateTimeOffset at) => host.Later(parts.Draw.Seconds(0.001, parts.Faults.TimerLateSeconds), () => Fire(id, at));

    private void Fire(ActorId id, DateTimeOffset at)
    {
        if (!_due.TryGetValue(id, out var current) || current != at)
            return;
        _due.Remove(id);
        host.Tell(id, new Wake());
        if (parts.Draw.Chance(parts.Faults.TimerTwice))
            FireTwice(id);
    }

    private void FireTwice(ActorId id) => host.Later(parts.Draw.Seconds(0, 0.5), () => host.Tell(id, new Wake()));

    private void Enqueue(ActorId id, DateTimeOffset at) => _queue.Enqueue(id, new Moment(at.UtcTicks, _order++));

    /// <summary>Stale entries are dropped before they outnumber the live ones by much.</summary>
    private void Compact()
    {
        if (_queue.Count < 1024 || _queue.Count < 4 * _due.Count)
            return;
        var live = _queue.UnorderedItems.Where(item => _due.TryGetValue(item.Element, out var at) && at.UtcTicks == item.Priority.Ticks).OrderBy(item => item.Priority.Order).ToList();
        _queue.Clear();
        foreach (var (id, moment) in live)
            Enqueue(id, new DateTimeOffset(moment.Ticks, TimeSpan.Zero));
    }
}
