using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Boards;

/// <summary>What stands now: the open leads and the reps, as they last said themselves. Not safe for many threads.</summary>
public sealed class LiveBoard
{
    private readonly Dictionary<LeadId, (long Sequence, LiveLead Lead)> _leads = [];
    private readonly SortedDictionary<RepId, Rep> _reps = [];

    /// <summary>The reps by id.</summary>
    public IEnumerable<Rep> Reps => _reps.Values;

    /// <summary>Open leads.</summary>
    public int OpenLeads => _leads.Count;

    /// <summary>Takes a lead's newer word.</summary>
    public void See(Lead lead)
    {
        if (lead.IsClosed)
            _leads.Remove(lead.Id);
        else if (!_leads.TryGetValue(lead.Id, out var known) || known.Sequence < lead.Sequence)
            _leads[lead.Id] = (lead.Sequence, LiveLead.Of(lead));
    }

    /// <summary>Takes a rep's newer word.</summary>
    public void See(Rep rep)
    {
        if (!_reps.TryGetValue(rep.Id, out var known) || known.Sequence < rep.Sequence)
            _reps[rep.Id] = rep;
    }

    /// <summary>The queues with an open lead: how many wait, since when the oldest without an attempt is due, how many ring and are owned.</summary>
    public Dictionary<string, LiveQueue> Queues()
    {
        var queues = new Dictionary<string, LiveQueue>();
        foreach (var (_, lead) in _leads.Values)
        {
            var queue = queues.GetValueOrDefault(lead.Queue) ?? new LiveQueue(0, null, 0, 0);
            queues[lead.Queue] = queue with
            {
                Waiting = queue.Waiting + (lead.Status == LeadStatus.Waiting ? 1 : 0),
                Offered = queue.Offered + (lead.Status == LeadStatus.Offered ? 1 : 0),
                Owned = queue.Owned + (lead.IsWorked ? 1 : 0),
                OldestDueSince = lead is { IsDue: true } && !(queue.OldestDueSince < lead.DueSince) ? lead.DueSince : queue.OldestDueSince,
            };
        }

        return queues;
    }

    /// <summary>What each rep with a lead does now, the most telling of his or her leads deciding.</summary>
    public Dictionary<RepId, (RepActivity Activity, DateTimeOffset Since)> Activities()
    {
        var activities = new Dictionary<RepId, (RepActivity Activity, DateTimeOffset Since)>();
        foreach (var (_, lead) in _leads.Values)
        {
            if (lead is { Rep: { } rep, Activity: { } activity } && (!activities.TryGetValue(rep, out var known) || known.Activity < activity))
                activities[rep] = (activity, lead.Since);
        }

        return activities;
    }
}

/// <summary>A queue now.</summary>
public sealed record LiveQueue(int Waiting, DateTimeOffset? OldestDueSince, int Offered, int Owned);

/// <summary>What a rep does with a lead, the more telling the greater.</summary>
public enum RepActivity { Ringing, Working, WrapUp, Calling, Talking }
