using System.Collections.Frozen;

namespace LeadRouter.Domain.Boards;

/// <summary>
/// The counters of one day of the centre: a fold over that day's events and nothing else, so that a replay of the
/// journal gives the same board. Events of other days are passed over. Not safe for many threads.
/// </summary>
public sealed class DayBoard(DateOnly day, WorkCalendar calendar)
{
    /// <summary>Alerts kept.</summary>
    public const int MaxAlerts = 50;

    /// <summary>The events that a board may count; a replay of the journal can do without all others, which are most.</summary>
    public static readonly FrozenSet<Type> Counted = FrozenSet.ToFrozenSet([
        typeof(LeadReceived), typeof(LeadRepeated), typeof(LeadOffered), typeof(OfferAccepted), typeof(OfferEnded), typeof(AttemptStarted), typeof(ContactMade),
        typeof(CallbackScheduled), typeof(LeadClosed), typeof(SlaWarned), typeof(SlaBreached), typeof(LeadTakenBack), typeof(PresenceChanged)]);

    private readonly DateTimeOffset _begin = calendar.StartOf(day);
    private readonly DateTimeOffset _end = calendar.StartOf(day.AddDays(1));
    private readonly Dictionary<LeadId, DayLead> _leads = [];
    private readonly Dictionary<RepId, RepDay> _reps = [];
    private readonly Dictionary<string, SlaDay> _slaByQueue = [];
    private readonly List<BoardAlert> _alerts = [];

    public DateOnly Day => day;
    public int Received => _leads.Count;
    public int Repeats { get; private set; }
    public int OffersMade { get; private set; }
    public int OffersMissed { get; private set; }
    public int OffersDeclined { get; private set; }
    public int Assigned { get; private set; }
    public int CallsPlaced { get; private set; }
    public int CallsAnswered { get; private set; }
    public int Callbacks { get; private set; }
    /// <summary>Won deals of leads received today.</summary>
    public int CohortDeals { get; private set; }
    /// <summary>In the centre's currency.</summary>
    public decimal Revenue { get; private set; }
    /// <summary>Leads closed today, by how.</summary>
    public Dictionary<LeadStatus, int> Closed { get; } = [];
    public FirstTimes ToOffer { get; } = new();
    public FirstTimes ToAssignment { get; } = new();
    public FirstTimes ToAttempt { get; } = new();
    public FirstTimes ToContact { get; } = new();
    public IReadOnlyDictionary<RepId, RepDay> Reps => _reps;
    /// <summary>Reps who became available today.</summary>
    public HashSet<RepId> WereAvailable { get; } = [];
    /// <summary>What is not solved yet, newest first.</summary>
    public IEnumerable<BoardAlert> Alerts => Enumerable.Reverse(_alerts);

    /// <summary>A queue's SLA, or null when it had no lead today.</summary>
    public SlaDay? SlaOf(string queue) => _slaByQueue.GetValueOrDefault(queue);

    /// <summary>The SLA of all queues.</summary>
    public IEnumerable<SlaDay> Sla => _slaByQueue.Values;

    /// <summary>Counts an event of a rep; false when it is of no concern to the board.</summary>
    public bool Apply(RepId rep, RepEvent happened)
    {
        if (happened is not PresenceChanged changed || !Covers(changed.At))
            return false;
        if (changed.Presence == Presence.Available)
            WereAvailable.Add(rep);
        _alerts.RemoveAll(alert => alert.Kind == "repPaused" && alert.Rep == rep);
        if (HoldRules.IsPause(changed))
            Alert("repPaused", "warning", changed.At, null, null, rep);
        return true;
    }

    /// <summary>Counts an event of a lead; false when it is of no concern to the board, as those of test leads are.</summary>
    public bool Apply(LeadId id, LeadEvent happened)
    {
        if (id.IsTest || !Covers(happened.At))
            return false;
        switch (happened)
        {
            case LeadReceived e:
                _leads[id] = new DayLead(e.At, e.Sla.TargetAt, e.Post.Queue);
                SlaFor(e.Post.Queue).Start(id, e.Sla.TargetAt);
                return true;
            case LeadRepeated:
                Repeats++;
                return true;
            case LeadOffered e:
                OffersMade++;
                if (Lead(id) is { Offered: false } offered)
                {
                    offered.Offered = true;
                    Add(ToOffer, offered, e.At, proven: true);
                }

                return true;
            case OfferAccepted e:
                Assigned++;
                Solve(id, "leadTakenBack");
                Rep(e.RepId).Accepted++;
                if (Lead(id) is { Assigned: false } assigned)
                {
                    assigned.Assigned = true;
                    Add(ToAssignment, assigned, e.At, proven: true);
                }

                return true;
            case OfferEnded { Why: OfferEnd.Missed } e:
                OffersMissed++;
                Rep(e.RepId).Missed++;
                return true;
            case OfferEnded { Why: OfferEnd.Declined }:
                OffersDeclined++;
                return true;
            case AttemptStarted e:
                CallsPlaced++;
                Solve(id, "slaWarning", "slaBreached");
                Rep(e.RepId).Calls++;
                if (e.First && Lead(id) is { } attempted)
                {
                    Add(ToAttempt, attempted, e.At, e.Proven);
                    SlaFor(attempted.Queue).Attempted(id, attempted.SlaTarget, e.At);
                }

                return true;
            case ContactMade e:
                CallsAnswered++;
                Rep(e.RepId).Contacts++;
                if (e.First && Lead(id) is { } reached)
                    Add(ToContact, reached, e.At, e.Proven);
                return true;
            case CallbackScheduled:
                Callbacks++;
                return true;
            case LeadClosed e:
                Solve(id, "slaWarning", "slaBreached", "leadTakenBack");
                Close(e, ofToday: Lead(id) is not null);
                return true;
            default:
                return TryAlert(id, happened);
        }
    }

    /// <summary>Whether an instant is of this day.</summary>
    internal bool Covers(DateTimeOffset instant) => instant >= _begin && instant < _end;

    private void Close(LeadClosed e, bool ofToday)
    {
        Closed[e.Status] = Closed.GetValueOrDefault(e.Status) + 1;
        if (e.Status != LeadStatus.Won)
            return;
        if (ofToday)
            CohortDeals++;
        Revenue += e.Amount?.Amount ?? 0;
        if (e.RepId is not { } rep)
            return;
        Rep(rep).Deals++;
        Rep(rep).Revenue += e.Amount?.Amount ?? 0;
    }

    private void Add(FirstTimes times, DayLead lead, DateTimeOffset at, bool proven) =>
        times.Add(at - lead.ReceivedAt, calendar.WorkingTime(lead.ReceivedAt, at), proven);

    private bool TryAlert(LeadId id, LeadEvent happened)
    {
        switch (happened)
        {
            case SlaWarned e:
                Alert("slaWarning", "warning", e.At, e.Queue, id, null);
                return true;
            case SlaBreached e:
                Solve(id, "slaWarning");
                Alert("slaBreached", "critical", e.At, e.Queue, id, null);
                return true;
            case LeadTakenBack e:
                Alert("leadTakenBack", "warning", e.At, null, id, e.RepId);
                return true;
            default:
                return false;
        }
    }

    private void Alert(string kind, string severity, DateTimeOffset at, string? queue, LeadId? lead, RepId? rep)
    {
        if (_alerts.Count == MaxAlerts)
            _alerts.RemoveAt(0);
        _alerts.Add(new BoardAlert(kind, severity, at, queue, lead, rep));
    }

    /// <summary>What a supervisor was told of is done with.</summary>
    private void Solve(LeadId lead, params string[] kinds)
    {
        if (_alerts.Count > 0)
            _alerts.RemoveAll(alert => alert.Lead == lead && kinds.Contains(alert.Kind));
    }

    private DayLead? Lead(LeadId id) => _leads.GetValueOrDefault(id);

    private RepDay Rep(RepId rep)
    {
        if (!_reps.TryGetValue(rep, out var counters))
            _reps.Add(rep, counters = new RepDay());
        return counters;
    }

    private SlaDay SlaFor(string queue)
    {
        if (!_slaByQueue.TryGetValue(queue, out var sla))
            _slaByQueue.Add(queue, sla = new SlaDay());
        return sla;
    }

    private sealed class DayLead(DateTimeOffset receivedAt, DateTimeOffset slaTarget, string queue)
    {
        public DateTimeOffset ReceivedAt => receivedAt;
        public DateTimeOffset SlaTarget => slaTarget;
        public string Queue => queue;
        public bool Offered { get; set; }
        public bool Assigned { get; set; }
    }
}

/// <summary>Something a supervisor should see.</summary>
public sealed record BoardAlert(string Kind, string Severity, DateTimeOffset At, string? Queue, LeadId? Lead, RepId? Rep);
