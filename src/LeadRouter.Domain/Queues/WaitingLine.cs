namespace LeadRouter.Domain.Queues;

/// <summary>The leads that wait in one queue, in the queue's order, in lines of those that the same reps may have.</summary>
internal sealed class WaitingLine
{
    private readonly Dictionary<LeadId, Place> _places = [];
    private readonly Dictionary<LineKey, SortedSet<Place>> _lines = [];
    /// <summary>Ends of passes and preferences. They stay until they have long been over: a clock that is put back makes them be in force again, and an idle look costs less than a search.</summary>
    private readonly SortedSet<DateTimeOffset> _ends = [];
    private readonly SortedSet<(DateTimeOffset Until, LeadId Lead)> _kept = [];

    public int Count => _places.Count;

    public IEnumerable<LeadId> Leads => _places.Keys;

    public WaitingLead? Find(LeadId lead) => _places.GetValueOrDefault(lead)?.Lead;

    /// <summary>Adds the lead, or puts its newer word in the place of the older.</summary>
    public void Put(WaitingLead lead, int ageingSecondsPerPoint)
    {
        Remove(lead.Id);
        var key = new LineKey(lead.Language?.ToLowerInvariant(), lead.Preferred?.Rep, lead.Preferred?.Strict ?? false);
        Enter(new Place(PriorityAgeing.Key(lead, ageingSecondsPerPoint), lead, key));
        foreach (var pass in lead.Passes)
            _ends.Add(pass.Until);
        if (lead.Preferred is not { } preferred)
            return;
        _ends.Add(preferred.Until);
        _kept.Add((preferred.Until, lead.Id));
    }

    public void Remove(LeadId lead)
    {
        if (!_places.Remove(lead, out var place))
            return;
        _lines[place.Line].Remove(place);
        if (_lines[place.Line].Count == 0)
            _lines.Remove(place.Line);
        if (place.Lead.Preferred is { } preferred)
            _kept.Remove((preferred.Until, lead));
    }

    /// <summary>Leads whose preference is over wait with all the others.</summary>
    public void Open(DateTimeOffset now)
    {
        while (_ends.Count > 0 && _ends.Min <= now - ClockSteps.MostBack)
            _ends.Remove(_ends.Min);
        while (_kept.Count > 0 && _kept.Min.Until <= now)
        {
            var place = _places[_kept.Min.Lead];
            Remove(place.Lead.Id);
            Enter(place with { Line = new LineKey(place.Line.Language, null, false) });
        }
    }

    /// <summary>The next end of a pass or a preference, or null.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset now)
    {
        var next = now.AddTicks(1);
        return _ends.Count == 0 || _ends.Max < next ? null : _ends.GetViewBetween(next, _ends.Max).Min;
    }

    /// <summary>First to last, without the lines that <paramref name="moves"/> says cannot move now; read no further than asked for.</summary>
    public IEnumerable<WaitingLead> InOrder(Func<LineKey, bool> moves)
    {
        var lines = new List<SortedSet<Place>>();
        foreach (var (key, places) in _lines)
        {
            if (moves(key))
                lines.Add(places);
        }

        return lines.Count switch
        {
            0 => [],
            1 => lines[0].Select(place => place.Lead),
            _ => Merged(lines),
        };
    }

    private static IEnumerable<WaitingLead> Merged(List<SortedSet<Place>> lines)
    {
        var heads = new PriorityQueue<IEnumerator<Place>, Place>();
        foreach (var line in lines)
            Advance(heads, line.GetEnumerator());
        while (heads.TryDequeue(out var line, out var place))
        {
            yield return place.Lead;
            Advance(heads, line);
        }
    }

    private void Enter(Place place)
    {
        _places[place.Lead.Id] = place;
        if (!_lines.TryGetValue(place.Line, out var places))
            _lines.Add(place.Line, places = []);
        places.Add(place);
    }

    private static void Advance(PriorityQueue<IEnumerator<Place>, Place> heads, IEnumerator<Place> line)
    {
        if (line.MoveNext())
            heads.Enqueue(line, line.Current);
    }

    private sealed record Place(DateTimeOffset Key, WaitingLead Lead, LineKey Line) : IComparable<Place>
    {
        public int CompareTo(Place? other)
        {
            if (other is null)
                return 1;
            var byKey = Key.CompareTo(other.Key);
            return byKey != 0 ? byKey : Lead.Id.CompareTo(other.Lead.Id);
        }
    }
}

/// <summary>What the leads of one line have in common. A line that cannot move now is passed by whole.</summary>
/// <param name="Language">In lower case; null: any rep will do.</param>
/// <param name="KeptFor">The rep who has the first call on them.</param>
/// <param name="Strict">Others stand back even while that rep is away.</param>
internal readonly record struct LineKey(string? Language, RepId? KeptFor, bool Strict);
