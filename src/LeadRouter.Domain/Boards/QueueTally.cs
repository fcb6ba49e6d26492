namespace LeadRouter.Domain.Boards;

/// <summary>The open leads of one queue, counted as they come and go.</summary>
internal sealed class QueueTally
{
    private readonly SortedSet<(DateTimeOffset DueSince, LeadId Lead)> _due = [];
    private int _open;
    private int _waiting;
    private int _offered;
    private int _owned;

    /// <summary>The queue has no open lead.</summary>
    public bool IsEmpty => _open == 0;

    public LiveQueue Now => new(_waiting, _due.Count == 0 ? null : _due.Min.DueSince, _offered, _owned);

    public void Add(LeadId id, LiveLead lead)
    {
        Count(lead, 1);
        if (lead.IsDue)
            _due.Add((lead.DueSince, id));
    }

    public void Remove(LeadId id, LiveLead lead)
    {
        Count(lead, -1);
        if (lead.IsDue)
            _due.Remove((lead.DueSince, id));
    }

    private void Count(LiveLead lead, int change)
    {
        _open += change;
        _waiting += lead.Status == LeadStatus.Waiting ? change : 0;
        _offered += lead.Status == LeadStatus.Offered ? change : 0;
        _owned += lead.IsWorked ? change : 0;
    }
}

/// <summary>A queue now.</summary>
/// <param name="OldestDueSince">Since when the oldest lead without an attempt is due; null: none is.</param>
public sealed record LiveQueue(int Waiting, DateTimeOffset? OldestDueSince, int Offered, int Owned);
