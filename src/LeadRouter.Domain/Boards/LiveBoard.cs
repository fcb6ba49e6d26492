namespace LeadRouter.Domain.Boards;

/// <summary>
/// What stands now: the open leads and the reps, as they last said themselves. Every change is counted when it comes, so that
/// looking costs as much as there are queues and busy reps, however many leads are open. Not safe for many threads.
/// </summary>
public sealed class LiveBoard
{
    private readonly Dictionary<LeadId, LiveLead> _leads = [];
    private readonly Dictionary<string, QueueTally> _queues = [];
    private readonly Dictionary<RepId, SortedSet<RepWork>> _work = [];
    private readonly SortedDictionary<RepId, Rep> _reps = [];

    /// <summary>The reps by id.</summary>
    public IEnumerable<Rep> Reps => _reps.Values;

    /// <summary>Open leads.</summary>
    public int OpenLeads => _leads.Count;

    /// <summary>Takes how a lead stands now.</summary>
    /// <param name="now">Null: it is closed.</param>
    public void Update(LeadId lead, LiveLead? now)
    {
        var before = _leads.GetValueOrDefault(lead);
        if (before == now)
            return;
        if (before is not null)
            Forget(lead, before);
        if (now is not null)
            Remember(lead, now);
    }

    /// <summary>Takes how a rep stands now.</summary>
    public void Update(Rep rep) => _reps[rep.Id] = rep;

    /// <summary>The queues with an open lead: how many wait, since when the oldest without an attempt is due, how many ring and are owned.</summary>
    public Dictionary<string, LiveQueue> Queues() => _queues.ToDictionary(queue => queue.Key, queue => queue.Value.Now);

    /// <summary>What each rep with a lead does now: the most telling of his or her leads decides, of several the one that is longest so.</summary>
    public Dictionary<RepId, (RepActivity Activity, DateTimeOffset Since)> Activities() =>
        _work.ToDictionary(rep => rep.Key, rep => (rep.Value.Min.Activity, rep.Value.Min.Since));

    private void Remember(LeadId lead, LiveLead now)
    {
        _leads.Add(lead, now);
        if (!lead.IsTest)
            Tally(lead, now);
        if (now is not { Rep: { } rep, Activity: { } activity })
            return;
        if (!_work.TryGetValue(rep, out var work))
            _work.Add(rep, work = []);
        work.Add(new RepWork(activity, now.Since, lead));
    }

    private void Tally(LeadId lead, LiveLead now)
    {
        if (!_queues.TryGetValue(now.Queue, out var queue))
            _queues.Add(now.Queue, queue = new QueueTally());
        queue.Add(lead, now);
    }

    private void Forget(LeadId lead, LiveLead before)
    {
        _leads.Remove(lead);
        if (!lead.IsTest)
            Untally(lead, before);
        if (before is not { Rep: { } rep, Activity: { } activity })
            return;
        var work = _work[rep];
        work.Remove(new RepWork(activity, before.Since, lead));
        if (work.Count == 0)
            _work.Remove(rep);
    }

    private void Untally(LeadId lead, LiveLead before)
    {
        var queue = _queues[before.Queue];
        queue.Remove(lead, before);
        if (queue.IsEmpty)
            _queues.Remove(before.Queue);
    }

    /// <summary>What a rep does with one lead; the most telling first.</summary>
    private readonly record struct RepWork(RepActivity Activity, DateTimeOffset Since, LeadId Lead) : IComparable<RepWork>
    {
        public int CompareTo(RepWork other) => (other.Activity, Since, Lead).CompareTo((Activity, other.Since, other.Lead));
    }
}

/// <summary>What a rep does with a lead, the more telling the greater.</summary>
public enum RepActivity { Ringing, Working, WrapUp, Calling, Talking }
