namespace LeadRouter.Simulation.Checkers.Histories;

/// <summary>What the journal tells of a rep, by the checkers' own reading of it.</summary>
internal sealed class RepHistory(RepId id)
{
    private readonly HashSet<string> _connections = [];
    private readonly Dictionary<long, Place> _places = [];
    private readonly Dictionary<Presence, DateTimeOffset> _lastBeen = [];
    private readonly List<(RepProfile Profile, DateTimeOffset Until)> _former = [];

    public RepId Id => id;

    public long Sequence { get; private set; }

    public RepProfile? Profile { get; private set; }

    public Presence Presence { get; private set; }

    public DateTimeOffset? GraceEndsAt { get; private set; }

    public IReadOnlyCollection<string> Connections => _connections;

    /// <summary>What takes up capacity, by ticket.</summary>
    public IReadOnlyDictionary<long, Place> Places => _places;

    public long LastTicket { get; private set; }

    /// <summary>Offers missed since one was answered or the presence changed.</summary>
    public int MissedInRow { get; private set; }

    public DateTimeOffset IdleSince { get; private set; }

    /// <summary>When, in the time of the world, anything last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it last changed before the place of that ticket was set aside.</summary>
    public DateTimeOffset ChangedBefore(long ticket) => _places.TryGetValue(ticket, out var place) ? place.QuietSince : ChangedAt;

    public bool IsThere => Presence == Presence.Available && _connections.Count > 0 && Profile is { Active: true };

    public int Free => Math.Max(0, Profile!.Capacity - _places.Count);

    /// <summary>Leads worked on in the centre's day that is over at an instant.</summary>
    public (DateTimeOffset Until, int Leads) Worked { get; private set; }

    /// <summary>Leads worked on in the centre's day that it is at an instant.</summary>
    public int WorkedAt(DateTimeOffset now) => now < Worked.Until ? Worked.Leads : 0;

    /// <summary>Whether the rep has been of that presence at any time since an instant of the world.</summary>
    public bool WasSince(Presence presence, DateTimeOffset since) => Presence == presence || (_lastBeen.TryGetValue(presence, out var until) && until >= since);

    /// <summary>Whether the profile has been that one at any time since an instant of the world.</summary>
    public bool HadSince(RepProfile profile, DateTimeOffset since) => Profile == profile || _former.Exists(former => former.Profile == profile && former.Until >= since);

    /// <summary>Whether the place for a lead was set aside before the profile was last changed.</summary>
    public bool HadPlaceBefore(LeadId lead) => _former.Count > 0 && _places.Values.Any(place => place.Lead == lead && place.SetAsideAt <= _former[^1].Until);

    /// <summary>Whether the rep has not been available at some time since that place was set aside.</summary>
    public bool HasLeft(long ticket) => _places.TryGetValue(ticket, out var place) && place.HasLeft;

    public void Take(RepEvent happened, DateTimeOffset worldTime)
    {
        Sequence++;
        switch (happened)
        {
            case RepRegistered e:
                (Profile, IdleSince) = (e.Profile, e.At);
                break;
            case RepProfileChanged e:
                _former.Add((Profile!, worldTime));
                Profile = e.Profile;
                break;
            case RepConnected e:
                _connections.Add(e.Connection);
                GraceEndsAt = null;
                break;
            case RepDisconnected e:
                _connections.Remove(e.Connection);
                GraceEndsAt = e.GraceEndsAt;
                break;
            case RepConnectionsReset e:
                _connections.Clear();
                GraceEndsAt = e.GraceEndsAt;
                break;
            case PresenceChanged e:
                TakePresence(e, worldTime);
                break;
            case PlaceReserved e:
                _places.Add(e.Ticket, new Place(e.LeadId, false, IsThere && Free > 0, false, ChangedAt, worldTime, e.VerifyAt));
                LastTicket = e.Ticket;
                break;
            case HoldOwned e:
                _places[e.Ticket] = _places[e.Ticket] with { IsOwned = true, VerifyAt = e.VerifyAt };
                MissedInRow = 0;
                break;
            case HoldsVerified e:
                foreach (var ticket in e.Tickets)
                    _places[ticket] = _places[ticket] with { VerifyAt = e.VerifyAt };
                break;
            case HoldEnded e:
                TakeEnd(e);
                break;
        }

        // That a place was asked about changes nothing.
        if (happened is not HoldsVerified)
            ChangedAt = worldTime;
    }

    private void TakePresence(PresenceChanged changed, DateTimeOffset worldTime)
    {
        _lastBeen[Presence] = worldTime;
        (Presence, MissedInRow) = (changed.Presence, 0);
        if (changed.Presence == Presence.Offline)
            GraceEndsAt = null;
        if (changed.Presence == Presence.Available)
            IdleSince = changed.At;
        else
            MarkLeft();
    }

    private void MarkLeft()
    {
        foreach (var ticket in _places.Keys.ToList())
            _places[ticket] = _places[ticket] with { HasLeft = true };
    }

    private void TakeEnd(HoldEnded ended)
    {
        _places.Remove(ended.Ticket, out var place);
        if (ended.Why != HoldEnd.Gone)
            IdleSince = ended.At;
        MissedInRow = ended.Why switch { HoldEnd.Missed => MissedInRow + 1, HoldEnd.Declined => 0, _ => MissedInRow };
        if (place.IsOwned && ended.DayEndsAt is { } dayEndsAt)
            Worked = (dayEndsAt, WorkedAt(ended.At) + 1);
    }

    /// <summary>A place that is taken.</summary>
    /// <param name="MayRing">When it was set aside the rep was there and had room: what only the rep may do is call.</param>
    /// <param name="HasLeft">The rep has not been available since, if only for a moment.</param>
    /// <param name="QuietSince">When the rep had last changed before.</param>
    /// <param name="SetAsideAt">When it was set aside, in the time of the world.</param>
    public readonly record struct Place(LeadId Lead, bool IsOwned, bool MayRing, bool HasLeft, DateTimeOffset QuietSince, DateTimeOffset SetAsideAt, DateTimeOffset VerifyAt);
}
