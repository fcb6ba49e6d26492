namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// A lead that waits is not passed over for one that its queue's order puts behind it, if the rep might have had either.
/// Its match may have been under way, or have come to nothing: so it counts only when it happens three times, each more than
/// a match's time-out after the one before, to a lead that has waited unchanged for five seconds of calm.
/// </summary>
internal sealed class QueueOrder(Verdict verdict, Agenda agenda, ServerClock clock, Machine machine, Roster roster, DeskDocument desk) : Checker(verdict)
{
    private const int MostPassedOver = 2;
    private const int MostLookedAt = 50;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly Dictionary<LeadId, Place> _places = [];
    private readonly Dictionary<string, SortedSet<Place>> _queues = [];
    private DateTimeOffset _sortedAt;

    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        if (state is not Lead lead)
            return;
        if (_places.Remove(lead.Id, out var left))
            _queues[left.Lead.Queue].Remove(left);
        if (lead.Status != LeadStatus.Waiting)
            return;
        var place = new Place(KeyOf(lead), lead, agenda.Now);
        // Only its warning or its breach: it has waited as before.
        if (left is not null && left.Lead.QueuedSequence == lead.QueuedSequence && left.Key == place.Key)
            place = left with { Lead = lead };
        Enter(place);
    }

    public override void Offered(Lead lead, Lease offer, RoutingDecision decision)
    {
        if (!_queues.TryGetValue(lead.Queue, out var line) || line.Count == 0 || !IsCalm(offer.Rep))
            return;
        if (_sortedAt < roster.DeskChangedAt)
            Sort();
        var key = KeyOf(lead);
        var looked = 0;
        foreach (var ahead in line)
        {
            if (ahead.Key >= key || ++looked > MostLookedAt)
                break;
            if (MightHaveHad(offer.Rep, ahead, decision) && ahead.PassOver(decision.At) > MostPassedOver)
                Doubt(ahead, $"lead {ahead.Lead.Id} of {lead.Queue} (priority {ahead.Lead.Priority}, due since {ahead.Lead.DueSince:O}) was passed over {MostPassedOver + 1} times, at last for {lead.Id} (priority {lead.Priority}, due since {lead.DueSince:O}), which rings at {offer.Rep}");
        }
    }

    /// <summary>The match of the one ahead may be under way just now: then it rings in a moment.</summary>
    private void Doubt(Place ahead, string what) => agenda.After(Moment, () =>
    {
        if (_places.TryGetValue(ahead.Lead.Id, out var still) && still.Lead.QueuedSequence == ahead.Lead.QueuedSequence)
            Violated(what);
    });

    private void Enter(Place place)
    {
        _places[place.Lead.Id] = place;
        if (!_queues.TryGetValue(place.Lead.Queue, out var line))
            _queues.Add(place.Lead.Queue, line = []);
        line.Add(place);
    }

    /// <summary>The queues age their leads by other rules than when they came.</summary>
    private void Sort()
    {
        _sortedAt = agenda.Now;
        _queues.Clear();
        foreach (var place in _places.Values.ToList())
            Enter(new Place(KeyOf(place.Lead), place.Lead, agenda.Now));
    }

    /// <summary>Due since, moved back by what the priority is worth: priority and age weigh against each other.</summary>
    private DateTimeOffset KeyOf(Lead lead) => lead.DueSince - TimeSpan.FromSeconds((double)lead.Priority * desk.Current.Desk.RulesFor(lead.Queue).AgeingSecondsPerPoint);

    /// <summary>Nothing has been wrong for a while, the queue ages its leads by the rules that are in force, and the rep's profile is known.</summary>
    private bool IsCalm(RepId rep) => machine.FineSince is { } since && agenda.Now - since > Calm && clock.Now > roster.AgesAlikeFrom && roster.IsDeskSettled && roster.IsSettled(rep);

    private bool MightHaveHad(RepId rep, Place ahead, RoutingDecision decision) =>
        agenda.Now - ahead.Since > Calm + (clock.Now - decision.At)
        && (ahead.Lead.Preferred is not { } preferred || preferred.Until < decision.At - Calm)
        && ahead.Lead.Passes.All(pass => pass.Rep != rep || pass.Until < decision.At - Calm)
        && roster.MayTake(rep, ahead.Lead.Queue, ahead.Lead.Post.Language);

    private sealed record Place(DateTimeOffset Key, Lead Lead, DateTimeOffset Since) : IComparable<Place>
    {
        private DateTimeOffset _lastPassedOver;
        private int _passedOver;

        /// <summary>Counts, unless it may have been for the same match as the last time.</summary>
        public int PassOver(DateTimeOffset at)
        {
            if (at - _lastPassedOver <= QueueBook.MatchTimeout)
                return _passedOver;
            _lastPassedOver = at;
            return ++_passedOver;
        }

        public int CompareTo(Place? other)
        {
            var byKey = Key.CompareTo(other!.Key);
            return byKey != 0 ? byKey : Lead.Id.CompareTo(other.Lead.Id);
        }
    }
}
