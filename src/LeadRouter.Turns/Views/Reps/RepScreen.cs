namespace LeadRouter.Turns.Views.Reps;

/// <summary>
/// What the screen of one rep shows. It goes by the number of changes of what it is told: older or doubled news changes
/// nothing, from wherever it comes. What is known and what is sent change together, under the screen's lock: a State that was
/// put together before an offer was made must not be sent after the offer, or it would take it off the screen.
/// </summary>
internal sealed class RepScreen(RepId rep, IScreenPort port)
{
    /// <summary>Leads that left the screen are remembered, so that late news does not bring them back: the last so many, and at most twice as many.</summary>
    private const int Remembered = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<LeadId, Lead> _leads = [];
    private readonly HashSet<string> _opening = [];
    private Dictionary<LeadId, long> _left = [];
    private Dictionary<LeadId, long> _leftBefore = [];
    private string[] _connections = [];
    private Rep? _rep;
    private bool _stale;

    public RepId Rep => rep;

    /// <summary>A connection comes, and is told nothing before it is greeted.</summary>
    public void Open(string connection)
    {
        lock (_lock)
            _opening.Add(connection);
    }

    /// <summary>A connection is gone; true when it was the last one.</summary>
    public bool Close(string connection)
    {
        lock (_lock)
        {
            _opening.Remove(connection);
            _connections = [.. _connections.Where(open => open != connection)];
            return _opening.Count == 0 && _connections.Length == 0;
        }
    }

    /// <summary>Takes what the store held, and shows an opening connection all there is; from then on it is told what changes.</summary>
    public void Greet(string connection, Rep stored, IReadOnlyCollection<Lead> leads)
    {
        lock (_lock)
        {
            if (!_opening.Remove(connection))
                return;
            TakeLocked(stored);
            foreach (var lead in leads)
                TakeLocked(lead, []);
            _connections = [.. _connections, connection];
            port.Push(rep, [connection], State());
        }
    }

    public void Take(Rep newer)
    {
        lock (_lock)
            TakeLocked(newer);
    }

    public void Take(Lead lead, IReadOnlyList<RecordedEvent> events)
    {
        lock (_lock)
            TakeLocked(lead, events);
    }

    /// <summary>The number of changes with which the lead last was on the screen or left it; 0: it never was, or long ago.</summary>
    public long Known(LeadId lead)
    {
        lock (_lock)
            return KnownLocked(lead);
    }

    /// <summary>Whether the rep had changed less often when the screen last heard of him or her.</summary>
    public bool IsBehind(long sequence)
    {
        lock (_lock)
            return (_rep?.Sequence ?? 0) < sequence;
    }

    /// <summary>Something beside its leads is shown otherwise now.</summary>
    public void BeStale()
    {
        lock (_lock)
            _stale = true;
    }

    /// <summary>Sends all there is if something has changed that was not sent.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            if (_stale)
                PushState();
        }
    }

    private void TakeLocked(Rep newer)
    {
        if (_rep is { } known && known.Sequence >= newer.Sequence)
            return;
        var before = _rep;
        _rep = newer;
        if (before is null || before.Presence != newer.Presence || before.PresenceReason != newer.PresenceReason
            || before.Profile.Name != newer.Profile.Name || before.Profile.Capacity != newer.Profile.Capacity)
            PushState();
        else
            _stale |= before.Holds.Count != newer.Holds.Count || before.MissedInRow != newer.MissedInRow;
    }

    private void TakeLocked(Lead lead, IReadOnlyList<RecordedEvent> events)
    {
        var known = KnownLocked(lead.Id);
        if (known >= lead.Sequence)
            return;
        var before = _leads.GetValueOrDefault(lead.Id);
        var isShown = !lead.IsClosed && lead.Addressee() == rep;
        if (isShown)
            _leads[lead.Id] = lead;
        else
            Leave(lead);
        if (_connections.Length > 0)
            Tell(before, lead, isShown, isShown || (known > 0 && lead.Addressee() == rep), events);
    }

    private void Tell(Lead? before, Lead lead, bool isShown, bool isMine, IReadOnlyList<RecordedEvent> events)
    {
        if (before?.Offer is { } offer && offer.Id != lead.Offer?.Id)
            Push(new RepPush.OfferEnded(lead.Id, offer.Id, Why(offer, lead, events)));
        // A lead that was moved away is gone with the next State; so, from among the rep's own, is one that rings now.
        if (before is not null && (!isMine || (before.Offer is null && lead.Offer is not null)))
            PushState();
        if (isShown && lead.Offer is { } ringing && ringing.Id != before?.Offer?.Id)
            Push(new RepPush.OfferMade(lead));
        if (isShown && before is not null && RepPush.Reminder.IsNew(before, lead))
            Push(new RepPush.Reminder(lead));
        else if (before is not null && SnoozeRules.HasReminder(before) && !SnoozeRules.HasReminder(lead))
            _stale = true;
        // A closed lead that was here goes a last time to who closed it.
        if (isMine && lead.Offer is null)
            Push(new RepPush.LeadUpdated(lead));
    }

    /// <summary>How an offer ended: by the events, or, when the lead has gone on from there, as it looks afterwards.</summary>
    private OfferEnd? Why(Lease offer, Lead lead, IReadOnlyList<RecordedEvent> events)
    {
        foreach (var recorded in events)
        {
            switch (recorded.Data)
            {
                case OfferAccepted e when e.OfferId == offer.Id:
                    return null;
                case OfferEnded e when e.OfferId == offer.Id:
                    return e.Why;
            }
        }

        return lead.Owner == rep ? null : lead.IsClosed ? OfferEnd.Withdrawn : OfferEnd.Rescinded;
    }

    private long KnownLocked(LeadId lead) => _leads.TryGetValue(lead, out var shown) ? shown.Sequence
        : _left.TryGetValue(lead, out var last) ? last : _leftBefore.GetValueOrDefault(lead);

    private void Leave(Lead lead)
    {
        _leads.Remove(lead.Id);
        if (_left.Count == Remembered)
            (_left, _leftBefore) = ([], _left);
        _left[lead.Id] = lead.Sequence;
    }

    private RepPush.State State() => new(_rep!, [.. _leads.Values]);

    private void PushState()
    {
        _stale = false;
        if (_connections.Length > 0)
            Push(State());
    }

    private void Push(RepPush push) => port.Push(rep, _connections, push);
}
