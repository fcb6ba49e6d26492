namespace LeadRouter.Domain.Queues;

/// <summary>Matches that were made and not yet seen to their end, and those that a rep has said no to.</summary>
internal sealed class MatchesUnderWay
{
    private readonly Dictionary<LeadId, Made> _made = [];
    private readonly Dictionary<(LeadId Lead, RepId Rep), Refused> _refused = [];

    public int Count => _made.Count;

    public bool Has(LeadId lead) => _made.ContainsKey(lead);

    public void Add(LeadId lead, RepStatus rep, DateTimeOffset until) => _made[lead] = new Made(rep.Id, rep.Sequence, until);

    public void Forget(LeadId lead) => _made.Remove(lead);

    /// <summary>Whatever was under way with this rep is settled by a newer word, if it was decided on an older one.</summary>
    public void Settle(RepStatus rep)
    {
        foreach (var made in _made.Values)
            made.Settled |= made.Rep == rep.Id && made.RepSequence < rep.Sequence;
    }

    /// <summary>The rep said no. As long as nothing is new about the rep, the answer would be the same: asking at once would go round and round.</summary>
    public void Refuse(LeadId lead, RepId rep, long repSequence)
    {
        if (!_made.TryGetValue(lead, out var made) || made.Rep != rep)
            return;
        _made.Remove(lead);
        _refused[(lead, rep)] = new Refused(repSequence, made.Until);
    }

    public bool IsRefused(LeadId lead, RepStatus rep) =>
        _refused.Count > 0 && _refused.TryGetValue((lead, rep.Id), out var refused) && refused.RepSequence >= rep.Sequence;

    /// <summary>Takes off what is under way and not yet in the reps' own words.</summary>
    public void TakeOff(Dictionary<RepId, int> free)
    {
        foreach (var made in _made.Values)
        {
            if (!made.Settled)
                Take(free, made.Rep);
        }
    }

    /// <summary>Places of the rep that are under way and not yet in his or her own word.</summary>
    public int TakenOff(RepId rep)
    {
        var taken = 0;
        foreach (var made in _made.Values)
        {
            if (!made.Settled && made.Rep == rep)
                taken++;
        }

        return taken;
    }

    /// <summary>One place less; a rep without any is removed.</summary>
    public static void Take(Dictionary<RepId, int> free, RepId rep)
    {
        if (!free.TryGetValue(rep, out var places))
            return;
        if (places <= 1)
            free.Remove(rep);
        else
            free[rep] = places - 1;
    }

    /// <summary>Forgets what has timed out.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (NextExpiry() is not { } next || next > now)
            return;
        foreach (var (lead, made) in _made)
        {
            if (made.Until <= now)
                _made.Remove(lead);
        }

        foreach (var (pair, refused) in _refused)
        {
            if (refused.Until <= now)
                _refused.Remove(pair);
        }
    }

    /// <summary>When the next one times out, or null.</summary>
    public DateTimeOffset? NextExpiry()
    {
        DateTimeOffset? next = null;
        foreach (var made in _made.Values)
            next = next < made.Until ? next : made.Until;
        foreach (var refused in _refused.Values)
            next = next < refused.Until ? next : refused.Until;

        return next;
    }

    private sealed record Made(RepId Rep, long RepSequence, DateTimeOffset Until)
    {
        /// <summary>The rep's own word counts it, or knows that it is over.</summary>
        public bool Settled { get; set; }
    }

    private sealed record Refused(long RepSequence, DateTimeOffset Until);
}
