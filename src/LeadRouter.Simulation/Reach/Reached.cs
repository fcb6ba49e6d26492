namespace LeadRouter.Simulation.Reach;

/// <summary>What a run came to: kinds of events, refusals, changes of status and troubles, by name.</summary>
internal sealed class Reached(Verdict verdict) : Checker(verdict)
{
    private readonly HashSet<string> _names = [];
    private readonly HashSet<Type> _events = [];

    /// <summary>Values by the word they go with; names are made once a run.</summary>
    private readonly Dictionary<string, HashSet<int>> _values = [];

    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Something without an event of its own happened.</summary>
    public void Note(string name) => _names.Add(name);

    /// <summary>A lead changed its status.</summary>
    public void Changed(LeadStatus from, LeadStatus to)
    {
        if (IsNew("from", ((int)from << 8) + (int)to))
            _names.Add(Reach.Names.Change(from, to));
    }

    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        if (state is null)
            _names.Add(Reach.Names.Of("forgotten", id.Kind));
    }

    public override void Journalled(ActorId id, RecordedEvent recorded)
    {
        if (_events.Add(recorded.Data.GetType()))
            _names.Add(Reach.Names.Of("event", recorded.Data.GetType()));
        switch (recorded.Data)
        {
            case LeadQueued e:
                Note("queued", (int)e.Reason, e.Reason);
                break;
            case LeadOffered e:
                _names.Add(Reach.Names.Of("rule", e.Decision.Rule));
                foreach (var excluded in e.Decision.Excluded)
                    Note("left out", (int)excluded.Reason, excluded.Reason);
                break;
            case OfferEnded e:
                Note("offer", (int)e.Why, e.Why);
                break;
            case AttemptEnded e:
                Note("attempt", (int)e.Result, e.Result);
                break;
            case LeadClosed e:
                Note("closed", (int)e.Status, e.Status);
                break;
            case ReminderSent e:
                Note("reminder", (int)e.Kind, e.Kind);
                break;
            case LeadTakenBack e:
                Note("taken back", (int)e.Kind, e.Kind);
                break;
            case HoldEnded e:
                Note("place", (int)e.Why, e.Why);
                break;
            case PresenceChanged e:
                _names.Add(Reach.Names.Of("presence", e.Reason ?? e.Presence.ToString()));
                break;
        }
    }

    private void Note<T>(string what, int value, T which) where T : struct, Enum
    {
        if (IsNew(what, value))
            _names.Add(Reach.Names.Of(what, which));
    }

    private bool IsNew(string what, int value)
    {
        if (!_values.TryGetValue(what, out var known))
            _values.Add(what, known = []);
        return known.Add(value);
    }
}
