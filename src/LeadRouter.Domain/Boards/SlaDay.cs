namespace LeadRouter.Domain.Boards;

/// <summary>SLA attainment of the day's leads: met of those whose target has passed or was met.</summary>
public sealed class SlaDay
{
    private readonly SortedSet<(DateTimeOffset Target, LeadId Lead)> _open = [];
    private readonly SortedSet<(DateTimeOffset Target, LeadId Lead)> _passed = [];
    private int _late;

    /// <summary>Leads attempted within their target.</summary>
    public int Met { get; private set; }

    /// <summary>Leads whose target has passed at <paramref name="now"/> or was met. A lead is looked at when its target passes, not at every look; a clock that is put back brings it back.</summary>
    public int Due(DateTimeOffset now)
    {
        while (_open.Count > 0 && _open.Min is var next && next.Target < now)
            Move(next, _open, _passed);
        while (_passed.Count > 0 && _passed.Max is var last && last.Target >= now)
            Move(last, _passed, _open);
        return Met + _late + _passed.Count;
    }

    internal void Start(LeadId lead, DateTimeOffset target) => _open.Add((target, lead));

    internal void Attempted(LeadId lead, DateTimeOffset target, DateTimeOffset at)
    {
        if (!_open.Remove((target, lead)) && !_passed.Remove((target, lead)))
            return;
        if (at <= target)
            Met++;
        else
            _late++;
    }

    private static void Move((DateTimeOffset Target, LeadId Lead) entry, SortedSet<(DateTimeOffset Target, LeadId Lead)> from, SortedSet<(DateTimeOffset Target, LeadId Lead)> to)
    {
        from.Remove(entry);
        to.Add(entry);
    }
}
