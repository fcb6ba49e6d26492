namespace LeadRouter.Domain.Queues;

/// <summary>
/// What a queue knows: who waits, who could take. It holds no truth: everything in it is rebuilt from the leads' and
/// the reps' own words, of which the newer (greater sequence) wins. Deterministic; not safe for many threads.
/// </summary>
public sealed class QueueBook
{
    /// <summary>A match that neither rep nor lead has answered is forgotten after this long.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    private readonly WaitingLine _line = new();
    private readonly QueueMembers _reps = new();
    private readonly MatchesUnderWay _underWay = new();

    /// <summary>Places left by rep in the present round of matching.</summary>
    private readonly Dictionary<RepId, int> _free = [];

    /// <summary>Leads that wait, those included for which a match is under way.</summary>
    public int Count => _line.Count;

    /// <summary>Reps who are members of the queue.</summary>
    public int Members => _reps.Count;

    /// <summary>Forgets every lead that does not wait and every rep who is no member any more.</summary>
    public void Retain(Func<LeadId, bool> waits, Func<RepId, bool> isMember)
    {
        foreach (var gone in _line.Leads.Where(lead => !waits(lead)).ToList())
        {
            _line.Remove(gone);
            _underWay.Forget(gone);
        }

        _reps.Retain(isMember);
    }

    /// <summary>Adds a lead or takes its newer word.</summary>
    public void Wait(WaitingLead lead, int ageingSecondsPerPoint)
    {
        var known = _line.Find(lead.Id);
        if (known is not null && known.Sequence >= lead.Sequence)
            return;
        // What is under way is void only if the lead has come to wait anew since; a warning or a repeat does not touch it.
        if (known is null || known.QueuedSequence != lead.QueuedSequence)
            _underWay.Forget(lead.Id);
        _line.Put(lead, ageingSecondsPerPoint);
    }

    /// <summary>The lead does not wait any more, by its word <paramref name="sequence"/>.</summary>
    public void Leave(LeadId lead, long sequence)
    {
        if (_line.Find(lead) is not { } known || known.Sequence > sequence)
            return;
        _line.Remove(lead);
        _underWay.Forget(lead);
    }

    /// <summary>Takes the rep's newer word; not a <paramref name="member"/>: he or she has left the queue.</summary>
    public void Update(RepStatus rep, bool member)
    {
        if (_reps.Find(rep.Id) is { } known && known.Sequence >= rep.Sequence)
            return;
        if (member)
            _reps.Put(rep);
        else
            _reps.Remove(rep.Id);
        _underWay.Settle(rep);
    }

    /// <summary>The rep could not take the lead: match it again, with this rep only when there is news of him or her.</summary>
    public void Refuse(LeadId lead, RepId rep) => _underWay.Refuse(lead, rep, _reps.Find(rep)?.Sequence ?? 0);

    /// <summary>Matches what can be matched now, in the queue's order, and remembers what is under way.</summary>
    public IReadOnlyList<Match> MatchAll(QueueRules rules, DateTimeOffset now)
    {
        _underWay.Expire(now);
        _line.Open(now);
        // Who is under way waits too: with nobody else there is nothing to match.
        if (_line.Count == _underWay.Count)
            return [];
        CountFreePlaces(rules);
        return _free.Count == 0 ? [] : MatchFree(rules, now);
    }

    /// <summary>When time alone may make a new match possible: a match times out, a pass or a preference ends. Null when it cannot.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        var expiry = _underWay.NextExpiry();
        if (!IsAnybodyFree())
            return expiry;
        return _line.NextTurn(now) is { } turn && (expiry is null || turn < expiry) ? turn : expiry;
    }

    private List<Match> MatchFree(QueueRules rules, DateTimeOffset now)
    {
        var matches = new List<Match>();
        RepChoice? choice = null;
        foreach (var lead in _line.InOrder(line => Moves(line, rules)))
        {
            if (_underWay.Has(lead.Id))
                continue;
            choice ??= new RepChoice(_reps, _free, _underWay, rules, now);
            if (choice.For(lead) is not { } decision)
                continue;
            matches.Add(new Match(lead.Id, decision));
            _underWay.Add(lead.Id, _reps.Find(decision.RepId)!, now + MatchTimeout);
            MatchesUnderWay.Take(_free, decision.RepId);
            if (_free.Count == 0)
                break;
        }

        return matches;
    }

    /// <summary>Whether any lead of the line may have a rep now: a line kept for a rep who is busy (or, if strictly, away) may not.</summary>
    private bool Moves(LineKey line, QueueRules rules)
    {
        if (line.KeptFor is { } keeper && !_free.ContainsKey(keeper))
        {
            if (line.Strict || (_reps.Find(keeper) is { } owner && Eligibility.IsThere(owner) && Eligibility.Speaks(owner, line.Language) && Eligibility.HasSkills(owner, rules.Skills)))
                return false;
        }

        foreach (var (rep, _) in _free)
        {
            if (Eligibility.Speaks(_reps.Find(rep)!, line.Language))
                return true;
        }

        return false;
    }

    private bool IsAnybodyFree() =>
        _reps.All.Any(rep => rep.Free > 0 && Eligibility.IsThere(rep) && rep.Free > _underWay.TakenOff(rep.Id));

    private void CountFreePlaces(QueueRules rules)
    {
        _free.Clear();
        foreach (var rep in _reps.All.Where(rep => rep.Free > 0 && Eligibility.IsThere(rep) && Eligibility.HasSkills(rep, rules.Skills)))
            _free[rep.Id] = rep.Free;

        _underWay.TakeOff(_free);
    }
}
