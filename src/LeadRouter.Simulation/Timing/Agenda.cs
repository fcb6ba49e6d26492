namespace LeadRouter.Simulation.Timing;

/// <summary>Virtual time: what is to happen, in order of instant and, at one instant, in order of entry. Nothing else moves the clock.</summary>
internal sealed class Agenda(DateTimeOffset start)
{
    private static readonly SendOrPostCallback Run = static what => ((Action)what!)();
    private readonly PriorityQueue<Entry, Moment> _later = new();

    /// <summary>What was entered for the present instant: nearly half of everything, and it need not be sorted.</summary>
    private readonly Queue<(long Order, Entry Entry)> _atOnce = new();
    private long _order;

    public DateTimeOffset Now { get; private set; } = start;

    public long Steps { get; private set; }

    public void At(DateTimeOffset at, Action what) => Enter(at, new Entry(Run, what, null));

    public void After(TimeSpan pause, Action what) => At(Now + pause, what);

    /// <summary>The same without a closure, for what is entered most.</summary>
    public void At(DateTimeOffset at, SendOrPostCallback what, object state) => Enter(at, new Entry(what, state, null));

    /// <summary>The same without a closure, for what is entered most.</summary>
    public void After(TimeSpan pause, SendOrPostCallback what, object state) => At(Now + pause, what, state);

    /// <summary>Runs it only if <paramref name="life"/> has not ended by then.</summary>
    public void After(TimeSpan pause, Action what, Mortal life) => Enter(Now + pause, new Entry(Run, what, life));

    public void AtOnce(SendOrPostCallback what, object? state) => Enter(Now, new Entry(what, state, null));

    /// <summary>Runs everything up to an instant, or until it is told to stop.</summary>
    public void RunUntil(DateTimeOffset end, Func<bool> stop)
    {
        while (!stop() && TryTake(end, out var entry))
        {
            Steps++;
            if (entry.Life is not { IsDead: true })
                entry.What(entry.State);
        }

        if (!stop() && Now < end)
            Now = end;
    }

    /// <summary>Strikes out the plans of lives that have ended, so that nothing keeps their memory until it would have been time.</summary>
    public void Bury()
    {
        var living = _later.UnorderedItems.Where(item => item.Element.Life is not { IsDead: true }).ToList();
        _later.Clear();
        _later.EnqueueRange(living);
    }

    private void Enter(DateTimeOffset at, Entry entry)
    {
        if (at <= Now)
            _atOnce.Enqueue((_order++, entry));
        else
            _later.Enqueue(entry, new Moment(at.UtcTicks, _order++));
    }

    private bool TryTake(DateTimeOffset end, out Entry entry)
    {
        var isLater = _later.TryPeek(out _, out var due);
        if (_atOnce.TryPeek(out var first) && !(isLater && due.Ticks <= Now.UtcTicks && due.Order < first.Order))
        {
            entry = _atOnce.Dequeue().Entry;
            return true;
        }

        entry = default;
        if (!isLater || due.Ticks > end.UtcTicks)
            return false;
        entry = _later.Dequeue();
        Now = new DateTimeOffset(due.Ticks, TimeSpan.Zero);
        return true;
    }

    private readonly record struct Entry(SendOrPostCallback What, object? State, Mortal? Life);
}

/// <summary>Something whose plans end with it.</summary>
internal abstract class Mortal
{
    public bool IsDead { get; protected set; }
}
