using LeadRouter.Domain.Desks;

namespace LeadRouter.Domain.Routing;

/// <summary>
/// What a queue knows: who waits, who could take. It holds no truth: everything in it is rebuilt from the leads' and
/// the reps' own words, of which the newer (greater sequence) wins. Deterministic; not safe for many threads.
/// </summary>
public sealed class QueueBook
{
    /// <summary>A match that neither rep nor lead has answered is forgotten after this long.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    private readonly Dictionary<LeadId, Place> _places = [];
    private readonly Dictionary<string, SortedSet<Place>> _byLanguage = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<RepId, RepStatus> _reps = [];
    private readonly Dictionary<LeadId, PendingMatch> _pending = [];

    /// <summary>Leads that wait, those included for which a match is under way.</summary>
    public int Count => _places.Count;

    /// <summary>Adds a lead or takes its newer word.</summary>
    public void Wait(WaitingLead lead, int ageingSecondsPerPoint)
    {
        if (_places.TryGetValue(lead.Id, out var known) && known.Lead.Sequence >= lead.Sequence)
            return;
        Remove(lead.Id);
        _pending.Remove(lead.Id);
        var place = new Place(PriorityAgeing.Key(lead, ageingSecondsPerPoint), lead);
        _places.Add(lead.Id, place);
        var language = lead.Language ?? "";
        if (!_byLanguage.TryGetValue(language, out var places))
            _byLanguage.Add(language, places = []);
        places.Add(place);
    }

    /// <summary>The lead does not wait any more, by its word <paramref name="sequence"/>.</summary>
    public void Leave(LeadId lead, long sequence)
    {
        if (!_places.TryGetValue(lead, out var known) || known.Lead.Sequence > sequence)
            return;
        Remove(lead);
        _pending.Remove(lead);
    }

    /// <summary>Takes the rep's newer word; null member of the queue no more.</summary>
    public void See(RepStatus rep, bool member)
    {
        if (_reps.TryGetValue(rep.Id, out var known) && known.Sequence >= rep.Sequence)
            return;
        if (member)
            _reps[rep.Id] = rep;
        else
            _reps.Remove(rep.Id);
        // Whatever was under way with this rep is settled by the newer word, if it was decided on the older one.
        foreach (var settled in _pending.Where(p => p.Value.Rep == rep.Id && p.Value.RepSequence < rep.Sequence).Select(p => p.Key).ToArray())
            _pending[settled] = _pending[settled] with { Settled = true };
    }

    /// <summary>The rep could not take the lead: match it again.</summary>
    public void Refuse(LeadId lead, RepId rep)
    {
        if (_pending.TryGetValue(lead, out var pending) && pending.Rep == rep)
            _pending.Remove(lead);
    }

    /// <summary>Matches what can be matched now, in the queue's order, and remembers what is under way.</summary>
    public IReadOnlyList<Match> MatchAll(QueueRules rules, DateTimeOffset now)
    {
        foreach (var late in _pending.Where(p => p.Value.Until <= now).Select(p => p.Key).ToArray())
            _pending.Remove(late);
        var free = FreePlaces();
        var matches = new List<Match>();
        if (free.Count == 0)
            return matches;
        foreach (var place in InOrder(free))
        {
            if (_pending.ContainsKey(place.Lead.Id))
                continue;
            if (RepChoice.Choose(place.Lead, _reps.Values, free, rules, now) is not { } decision)
                continue;
            matches.Add(new Match(place.Lead.Id, decision));
            _pending[place.Lead.Id] = new PendingMatch(decision.RepId, _reps[decision.RepId].Sequence, now + MatchTimeout, false);
            if (--free[decision.RepId] == 0)
                free.Remove(decision.RepId);
            if (free.Count == 0)
                break;
        }

        return matches;
    }

    /// <summary>When time alone can make a new match possible: a match times out, a pass or a preference ends. Null when it cannot.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var pending in _pending.Values)
            next = Earlier(next, pending.Until, now);
        if (FreePlaces().Count == 0)
            return next;
        foreach (var place in _places.Values)
        {
            foreach (var pass in place.Lead.Passes)
                next = Earlier(next, pass.Until, now);
            if (place.Lead.Preferred is { } preferred)
                next = Earlier(next, preferred.Until, now);
        }

        return next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? best, DateTimeOffset candidate, DateTimeOffset now) =>
        candidate > now && (best is null || candidate < best) ? candidate : best;

    private Dictionary<RepId, int> FreePlaces()
    {
        var free = new Dictionary<RepId, int>();
        foreach (var rep in _reps.Values)
        {
            if (rep is { Presence: Reps.Presence.Available, Connected: true, Free: > 0 })
                free[rep.Id] = rep.Free;
        }

        foreach (var pending in _pending.Values)
        {
            if (!pending.Settled && free.TryGetValue(pending.Rep, out var places))
            {
                if (places <= 1)
                    free.Remove(pending.Rep);
                else
                    free[pending.Rep] = places - 1;
            }
        }

        return free;
    }

    /// <summary>The waiting leads in order, leaving out at once the languages that no free rep speaks.</summary>
    private List<Place> InOrder(Dictionary<RepId, int> free)
    {
        var spoken = _byLanguage.Where(entry => entry.Value.Count > 0 && free.Keys.Any(rep => Eligibility.Speaks(_reps[rep], entry.Key.Length == 0 ? null : entry.Key)))
            .Select(entry => entry.Value).ToList();
        if (spoken.Count == 1)
            return [.. spoken[0].Take(ScanLimit)];
        var merged = spoken.SelectMany(places => places.Take(ScanLimit)).ToList();
        merged.Sort();
        return merged;
    }

    /// <summary>How far down each language a single matching round looks. What it does not reach is reached when the head is served or its passes end.</summary>
    private const int ScanLimit = 1000;

    private void Remove(LeadId lead)
    {
        if (!_places.Remove(lead, out var place))
            return;
        var language = place.Lead.Language ?? "";
        _byLanguage[language].Remove(place);
        if (_byLanguage[language].Count == 0)
            _byLanguage.Remove(language);
    }

    private sealed record PendingMatch(RepId Rep, long RepSequence, DateTimeOffset Until, bool Settled);

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
