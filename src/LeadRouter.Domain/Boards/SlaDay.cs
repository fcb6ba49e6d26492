namespace LeadRouter.Domain.Boards;

/// <summary>SLA attainment of the day's leads: met of those whose target has passed or was met.</summary>
public sealed class SlaDay
{
    private readonly SortedSet<(DateTimeOffset Target, LeadId Lead)> _open = [];
    private int _late;

    /// <summary>Leads attempted within their target.</summary>
    public int Met { get; private set; }

    /// <summary>Leads whose target has passed at <paramref name="now"/> or was met.</summary>
    public int Due(DateTimeOffset now) => Met + _late + _open.TakeWhile(entry => entry.Target < now).Count();

    internal void Start(LeadId lead, DateTimeOffset target) => _open.Add((target, lead));

    internal void Attempted(LeadId lead, DateTimeOffset target, DateTimeOffset at)
    {
        if (!_open.Remove((target, lead)))
            return;
        if (at <= target)
            Met++;
        else
            _late++;
    }
}
