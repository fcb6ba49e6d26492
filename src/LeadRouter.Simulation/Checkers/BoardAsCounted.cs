using LeadRouter.Domain.Boards;
using LeadRouter.Simulation.Checkers.Records;
using LeadRouter.Simulation.Checkers.Rules;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// Every minute and at the end the wallboard, fed by the journal and by what stood after every crash, shows what a plain count of the
/// journal and of the stored leads gives.
/// </summary>
internal sealed class BoardAsCounted(Verdict verdict, ServerClock clock, DeskDocument desk, DesksInForce desks, Tables tables, Gateway gateway) : Checker(verdict)
{
    private DayTally? _tally;
    private Desk? _desk;
    private LocalDates? _dates;

    /// <summary>Nothing has happened since.</summary>
    private (Server? Server, long Position) _compared;

    public override void Journalled(ActorId id, RecordedEvent recorded) => _tally?.Take(id, recorded.At, recorded.Data);

    public override void Look()
    {
        if (gateway.Server is not { Board.IsCountingAnew: false } server || (server, tables.Events.Last) == _compared)
            return;
        Compare(server.Board);
        _compared = (server, tables.Events.Last);
    }

    public override void End(FinalView view) => Look();

    private void Compare(Wallboard board)
    {
        board.Follow();
        var tally = Tally();
        var day = board.Day;
        Same("the date", day.Day, tally.Date);
        Same("received", day.Received, tally.Received);
        Same("repeats", day.Repeats, tally.Of("repeats"));
        Same("offers made", day.OffersMade, tally.Of("offers made"));
        Same("offers missed", day.OffersMissed, tally.Of("offers missed"));
        Same("offers declined", day.OffersDeclined, tally.Of("offers declined"));
        Same("assigned", day.Assigned, tally.Of("assigned"));
        Same("calls placed", day.CallsPlaced, tally.Of("calls placed"));
        Same("calls answered", day.CallsAnswered, tally.Of("calls answered"));
        Same("call-backs", day.Callbacks, tally.Of("call-backs"));
        foreach (var status in Enum.GetValues<LeadStatus>().Where(status => status.IsClosed()))
            Same($"closed as {status}", day.Closed.GetValueOrDefault(status), tally.Of($"closed as {status}"));
        Same("deals of the day's leads", day.CohortDeals, tally.Of("deals of the day's leads"));
        Same("revenue", day.Revenue, tally.Of("revenue"));
        Same("reps who were available", day.WereAvailable.Count, tally.WereAvailable.Count);
        CompareReps(day, tally);
        Times("to the first offer", day.ToOffer, tally.Times[typeof(LeadOffered)]);
        Times("to assignment", day.ToAssignment, tally.Times[typeof(OfferAccepted)]);
        Times("to the first attempt", day.ToAttempt, tally.Times[typeof(AttemptStarted)]);
        Times("to the first contact", day.ToContact, tally.Times[typeof(ContactMade)]);
        foreach (var (queue, (met, due)) in tally.Sla(clock.Now))
        {
            Same($"targets met in {queue}", day.SlaOf(queue)?.Met, met);
            Same($"targets due in {queue}", day.SlaOf(queue)?.Due(clock.Now), due);
        }

        var alerts = day.Alerts.Reverse().Select(alert => (alert.Kind, alert.At, alert.Lead, alert.Rep)).ToList();
        if (!alerts.SequenceEqual(tally.Alerts))
            Violated($"the board shows the alerts {string.Join(", ", alerts)}; the journal has {string.Join(", ", tally.Alerts)}");
        CompareLive(board.Live);
    }

    /// <summary>The count of the day that it is; begun anew with the day, and when the desk's clock or hours have changed.</summary>
    private DayTally Tally()
    {
        var now = desk.Current.Desk;
        if (_desk is null || _desk.TimeZone != now.TimeZone || _desk.WorkWeek != now.WorkWeek)
            (_desk, _dates, _tally) = (now, new LocalDates(TimeZoneInfo.FindSystemTimeZoneById(now.TimeZone)), null);
        if (_tally?.Date != _dates!.Of(clock.Now))
        {
            _tally = new DayTally(_dates.Of(clock.Now), _dates, desks.HoursOf(_desk));
            foreach (var entry in tables.Events.Since(clock.Now.AddDays(-2)))
                _tally.Take(entry.Id, entry.At, entry.Data);
        }

        return _tally;
    }

    private void CompareReps(DayBoard day, DayTally tally)
    {
        foreach (var rep in day.Reps.Keys.Union(tally.Reps.Keys))
        {
            var shown = day.Reps.GetValueOrDefault(rep);
            var counted = tally.Reps.GetValueOrDefault(rep);
            Same($"the day of {rep}", shown is null ? null : new RepTally { Accepted = shown.Accepted, Missed = shown.Missed, Calls = shown.Calls, Contacts = shown.Contacts, Deals = shown.Deals, Revenue = shown.Revenue }, counted);
        }
    }

    private void Times(string what, FirstTimes shown, TimesTally counted)
    {
        Same($"{what}: how many", shown.Raw.Count, counted.Raw.Count);
        Same($"{what}: how many of them unproven", shown.Unproven, counted.Unproven);
        Spread(what, shown.Raw, counted.Raw);
        Spread($"{what} in working hours", shown.Working, counted.Working);
    }

    private void Spread(string what, Distribution shown, List<double> counted)
    {
        if (counted.Count == 0)
            return;
        Same($"{what}: the longest", shown.Max, counted[^1]);
        Same($"{what}: the median", shown.Percentile(0.5), counted[(counted.Count + 1) / 2 - 1]);
        Same($"{what}: nine of ten", shown.Percentile(0.9), counted[(counted.Count * 9 + 9) / 10 - 1]);
    }

    private void CompareLive(LiveBoard live)
    {
        var open = tables.OpenLeads.Select(row => row.Lead).ToList();
        var queues = live.Queues();
        Same("open leads", live.OpenLeads, open.Count);
        foreach (var queue in open.GroupBy(lead => lead.Queue))
        {
            var shown = queues.GetValueOrDefault(queue.Key);
            Same($"waiting in {queue.Key}", shown?.Waiting, queue.Count(lead => lead.Status == LeadStatus.Waiting));
            Same($"ringing in {queue.Key}", shown?.Offered, queue.Count(lead => lead.Status == LeadStatus.Offered));
            Same($"owned in {queue.Key}", shown?.Owned, queue.Count(lead => lead.OwnerTicket is not null));
        }

        var reps = tables.Reps.ToDictionary(rep => rep.Id);
        Same("reps", live.Reps.Count(), reps.Count);
        foreach (var shown in live.Reps)
            Same($"{shown.Id} as shown", shown.Sequence, reps[shown.Id].Sequence);
    }

    private void Same<T>(string what, T shown, T counted)
    {
        if (!EqualityComparer<T>.Default.Equals(shown, counted))
            Violated($"the board shows {shown} for {what}; the journal has {counted}");
    }
}
