namespace LeadRouter.Domain.Routing;

/// <summary>The leads that wait in one queue, in the queue's order, by language.</summary>
internal sealed class WaitingLine
{
    private readonly Dictionary<LeadId, Place> _places = [];
    private readonly Dictionary<string, SortedSet<Place>> _byLanguage = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>Ends of passes and preferences. Those of leads that left stay until they are over: an idle look costs less than a search.</summary>
    private readonly SortedSet<DateTimeOffset> _turns = [];

    public int Count => _places.Count;

    public WaitingLead? Find(LeadId lead) => _places.GetValueOrDefault(lead)?.Lead;

    /// <summary>Adds the lead, or puts its newer word in the place of the older.</summary>
    public void Put(WaitingLead lead, int ageingSecondsPerPoint)
    {
        Remove(lead.Id);
        var place = new Place(PriorityAgeing.Key(lead, ageingSecondsPerPoint), lead);
        _places.Add(lead.Id, place);
        var language = lead.Language ?? "";
        if (!_byLanguage.TryGetValue(language, out var places))
            _byLanguage.Add(language, places = []);
        places.Add(place);
        foreach (var pass in lead.Passes)
            _turns.Add(pass.Until);
        if (lead.Preferred is { } preferred)
            _turns.Add(preferred.Until);
    }

    public void Remove(LeadId lead)
    {
        if (!_places.Remove(lead, out var place))
            return;
        var language = place.Lead.Language ?? "";
        _byLanguage[language].Remove(place);
        if (_byLanguage[language].Count == 0)
            _byLanguage.Remove(language);
    }

    /// <summary>The next end of a pass or a preference, or null.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset now)
    {
        while (_turns.Count > 0 && _turns.Min <= now)
            _turns.Remove(_turns.Min);
        return _turns.Count > 0 ? _turns.Min : null;
    }

    /// <summary>First to last, without the languages that <paramref name="spoken"/> says nobody speaks; read no further than asked for.</summary>
    /// <param name="spoken">Takes null for leads without a language.</param>
    public IEnumerable<WaitingLead> InOrder(Func<string?, bool> spoken)
    {
        var lines = _byLanguage.Where(line => spoken(line.Key.Length == 0 ? null : line.Key)).Select(line => line.Value).ToList();
        return lines.Count == 1 ? lines[0].Select(place => place.Lead) : Merged(lines);
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

    private static void Advance(PriorityQueue<IEnumerator<Place>, Place> heads, IEnumerator<Place> line)
    {
        if (line.MoveNext())
            heads.Enqueue(line, line.Current);
    }

    private sealed record Place(DateTimeOffset Key, WaitingLead Lead) : IComparable<Place>
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
