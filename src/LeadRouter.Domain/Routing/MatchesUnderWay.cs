namespace LeadRouter.Domain.Routing;

/// <summary>Matches that were made and not yet seen to their end, and those that a rep has said no to.</summary>
internal sealed class MatchesUnderWay
{
    private readonly Dictionary<LeadId, Made> _made = [];
    private readonly Dictionary<(LeadId Lead, RepId Rep), Refused> _refused = [];

    public bool Has(LeadId lead) => _made.ContainsKey(lead);

    public void Add(LeadId lead, RepStatus rep, DateTimeOffset until) => _made[lead] = new Made(rep.Id, rep.Sequence, until, Settled: false);

    public void Forget(LeadId lead) => _made.Remove(lead);

    /// <summary>Whatever was under way with this rep is settled by a newer word, if it was decided on an older one.</summary>
    public void Settle(RepStatus rep)
    {
        foreach (var lead in _made.Where(made => made.Value.Rep == rep.Id && made.Value.RepSequence < rep.Sequence).Select(made => made.Key).ToArray())
            _made[lead] = _made[lead] with { Settled = true };
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
        foreach (var lead in _made.Where(made => made.Value.Until <= now).Select(made => made.Key).ToArray())
            _made.Remove(lead);
        foreach (var pair in _refused.Where(refused => refused.Value.Until <= now).Select(refused => refused.Key).ToArray())
            _refused.Remove(pair);
    }

    /// <summary>When the next one times out, or null.</summary>
    public DateTimeOffset? NextExpiry()
    {
        DateTimeOffset? next = null;
        foreach (var until in _made.Values.Select(made => made.Until).Concat(_refused.Values.Select(refused => refused.Until)))
        {
            if (next is null || until < next)
                next = until;
        }

        return next;
    }

    private sealed record Made(RepId Rep, long RepSequence, DateTimeOffset Until, bool Settled);

    private sealed record Refused(long RepSequence, DateTimeOffset Until);
}
