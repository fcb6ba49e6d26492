namespace LeadRouter.Simulation.Timing;

/// <summary>Virtual time: what is to happen, in order of instant and, at one instant, in order of entry. Nothing else moves the clock.</summary>
internal sealed class Agenda(DateTimeOffset start)
{
    private readonly PriorityQueue<Action, (long Ticks, long Order)> _queue = new();
    private long _order;

    public DateTimeOffset Now { get; private set; } = start;

    public long Steps { get; private set; }

    public void At(DateTimeOffset at, Action what) => _queue.Enqueue(what, ((at > Now ? at : Now).UtcTicks, _order++));

    public void After(TimeSpan pause, Action what) => At(Now + pause, what);

    /// <summary>Runs everything up to an instant, or until it is told to stop.</summary>
    public void RunUntil(DateTimeOffset end, Func<bool> stop)
    {
        while (!stop() && _queue.TryPeek(out _, out var due) && due.Ticks <= end.UtcTicks)
        {
            var what = _queue.Dequeue();
            Now = new DateTimeOffset(due.Ticks, TimeSpan.Zero);
            Steps++;
            what();
        }

        if (!stop() && Now < end)
            Now = end;
    }
}
