using LeadRouter.Simulation.Checkers.Rules;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>A plain count of one day of the centre, event by event as the journal is written.</summary>
internal sealed class DayTally(DateOnly date, LocalDates dates, OpenHours hours)
{
    private const int MostAlerts = 50;
    private readonly Dictionary<LeadId, LeadReceived> _received = [];
    private readonly Dictionary<LeadId, DateTimeOffset> _attempted = [];
    private readonly HashSet<(LeadId Lead, Type What)> _firsts = [];

    public DateOnly Date => date;
    public Dictionary<string, decimal> Counts { get; } = [];
    public Dictionary<RepId, RepTally> Reps { get; } = [];
    public HashSet<RepId> WereAvailable { get; } = [];
    public Dictionary<Type, TimesTally> Times { get; } = new() { [typeof(LeadOffered)] = new(), [typeof(OfferAccepted)] = new(), [typeof(AttemptStarted)] = new(), [typeof(ContactMade)] = new() };
    /// <summary>Oldest first.</summary>
    public List<(string Kind, DateTimeOffset At, LeadId? Lead, RepId? Rep)> Alerts { get; } = [];
    public int Received => _received.Count;

    /// <summary>By queue the leads met in time, and those whose target is past or was met.</summary>
    public Dictionary<string, (int Met, int Due)> Sla(DateTimeOffset now)
    {
        var queues = new Dictionary<string, (int Met, int Due)>();
        foreach (var (id, lead) in _received)
        {
            var (met, due) = queues.GetValueOrDefault(lead.Post.Queue);
            var isAttempted = _attempted.TryGetValue(id, out var at);
            queues[lead.Post.Queue] = (met + (isAttempted && at <= lead.Sla.TargetAt ? 1 : 0), due + (isAttempted || lead.Sla.TargetAt < now ? 1 : 0));
        }

        return queues;
    }

    public decimal Of(string what) => Counts.GetValueOrDefault(what);

    public void Take(ActorId id, DateTimeOffset at, object happened)
    {
        if (dates.Of(at) != date)
            return;
        if (happened is LeadEvent lead)
            Take(new LeadId(id.Key), lead);
        else if (happened is PresenceChanged changed)
            Take(new RepId(id.Key), changed);
    }

    private void Take(RepId rep, PresenceChanged changed)
    {
        if (changed.Presence == Presence.Available)
            WereAvailable.Add(rep);
        Alerts.RemoveAll(alert => alert.Kind == "repPaused" && alert.Rep == rep);
        if (changed is { Presence: Presence.Break, Reason: "missedOffers", By: null })
            Alert("repPaused", changed.At, null, rep);
    }

    private void Take(LeadId lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadReceived e:
                _received[lead] = e;
                break;
            case LeadRepeated:
                Count("repeats");
                break;
            case LeadOffered e:
                Count("offers made");
                First(lead, e, proven: true);
                break;
            case OfferAccepted e:
                Count("assigned");
                Rep(e.RepId).Accepted++;
                Solve(lead, "leadTakenBack");
                First(lead, e, proven: true);
                break;
            case OfferEnded { Why: OfferEnd.Missed } e:
                Count("offers missed");
                Rep(e.RepId).Missed++;
                break;
            case OfferEnded { Why: OfferEnd.Declined }:
                Count("offers declined");
                break;
            case AttemptStarted e:
                Count("calls placed");
                Rep(e.RepId).Calls++;
                Solve(lead, "slaWarning", "slaBreached");
                if (e.First && First(lead, e, e.Proven))
                    _attempted[lead] = e.At;
                break;
            case ContactMade e:
                Count("calls answered");
                Rep(e.RepId).Contacts++;
                if (e.First)
                    First(lead, e, e.Proven);
                break;
            case CallbackScheduled:
                Count("call-backs");
                break;
            case LeadClosed e:
                Close(lead, e);
                break;
            case SlaWarned e:
                Alert("slaWarning", e.At, lead, null);
                break;
            case SlaBreached e:
                Solve(lead, "slaWarning");
                Alert("slaBreached", e.At, lead, null);
                break;
            case LeadTakenBack e:
                Alert("leadTakenBack", e.At, lead, e.RepId);
                break;
        }
    }

    private void Close(LeadId lead, LeadClosed closed)
    {
        Solve(lead, "slaWarning", "slaBreached", "leadTakenBack");
        Count($"closed as {closed.Status}");
        if (closed.Status != LeadStatus.Won)
            return;
        var amount = closed.Amount?.Amount ?? 0;
        Count("revenue", amount);
        if (_received.ContainsKey(lead))
            Count("deals of the day's leads");
        if (closed.RepId is not { } rep)
            return;
        Rep(rep).Deals++;
        Rep(rep).Revenue += amount;
    }

    /// <summary>Whether it is the first of its kind of a lead of the day; then it is timed.</summary>
    private bool First(LeadId lead, LeadEvent happened, bool proven)
    {
        if (!_received.TryGetValue(lead, out var received) || !_firsts.Add((lead, happened.GetType())))
            return false;
        Times[happened.GetType()].Add(happened.At - received.At, hours.Between(received.At, happened.At), proven);
        return true;
    }

    private void Alert(string kind, DateTimeOffset at, LeadId? lead, RepId? rep)
    {
        if (Alerts.Count == MostAlerts)
            Alerts.RemoveAt(0);
        Alerts.Add((kind, at, lead, rep));
    }

    private void Solve(LeadId lead, params string[] kinds)
    {
        if (Alerts.Count > 0)
            Alerts.RemoveAll(alert => alert.Lead == lead && kinds.Contains(alert.Kind));
    }

    private void Count(string what, decimal by = 1) => Counts[what] = Of(what) + by;

    private RepTally Rep(RepId rep)
    {
        if (!Reps.TryGetValue(rep, out var tally))
            Reps.Add(rep, tally = new RepTally());
        return tally;
    }
}

/// <summary>A rep's day.</summary>
internal sealed record RepTally
{
    public int Accepted { get; set; }
    public int Missed { get; set; }
    public int Calls { get; set; }
    public int Contacts { get; set; }
    public int Deals { get; set; }
    public decimal Revenue { get; set; }
}

/// <summary>How long the leads of a day took to something.</summary>
internal sealed class TimesTally
{
    public List<double> Raw { get; } = [];
    public List<double> Working { get; } = [];
    public int Unproven { get; private set; }

    public void Add(TimeSpan raw, TimeSpan working, bool proven)
    {
        Insert(Raw, raw);
        Insert(Working, working);
        if (!proven)
            Unproven++;
    }

    private static void Insert(List<double> sorted, TimeSpan time)
    {
        var seconds = Math.Max(0, time.TotalSeconds);
        var place = sorted.BinarySearch(seconds);
        sorted.Insert(place < 0 ? ~place : place, seconds);
    }
}
