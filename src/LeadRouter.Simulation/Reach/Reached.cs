namespace LeadRouter.Simulation.Reach;

/// <summary>What a run came to: kinds of events, refusals, changes of status and troubles, by name.</summary>
internal sealed class Reached(Verdict verdict) : Checker(verdict)
{
    private readonly HashSet<string> _names = [];

    /// <summary>Names are made once a run.</summary>
    private readonly HashSet<(object, object)> _known = [];

    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Something without an event of its own happened.</summary>
    public void Note(string name) => _names.Add(name);

    /// <summary>A lead changed its status.</summary>
    public void Changed(LeadStatus from, LeadStatus to)
    {
        if (_known.Add((from, to)))
            _names.Add(Reach.Names.Change(from, to));
    }

    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        if (state is null)
            Note("forgotten", id.Kind);
    }

    public override void Journalled(ActorId id, RecordedEvent recorded)
    {
        Note("event", recorded.Data.GetType());
        switch (recorded.Data)
        {
            case LeadQueued e:
                Note("queued", e.Reason);
                break;
            case LeadOffered e:
                Note("rule", e.Decision.Rule);
                foreach (var excluded in e.Decision.Excluded)
                    Note("left out", excluded.Reason);
                break;
            case OfferEnded e:
                Note("offer", e.Why);
                break;
            case AttemptEnded e:
                Note("attempt", e.Result);
                break;
            case LeadClosed e:
                Note("closed", e.Status);
                break;
            case ReminderSent e:
                Note("reminder", e.Kind);
                break;
            case LeadTakenBack e:
                Note("taken back", e.Kind);
                break;
            case HoldEnded e:
                Note("place", e.Why);
                break;
            case PresenceChanged e:
                Note("presence", e.Reason ?? e.Presence.ToString());
                break;
        }
    }

    private void Note(string what, object which)
    {
        if (_known.Add((what, which)))
            _names.Add(Reach.Names.Of(what, which));
    }
}
