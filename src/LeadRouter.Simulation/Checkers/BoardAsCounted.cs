using LeadRouter.Domain.Boards;

namespace LeadRouter.Simulation.Checkers;

/// <summary>At the end the wallboard, fed by the journal and by what stood after every crash, shows what a plain count of the journal and of the stored leads gives.</summary>
internal sealed class BoardAsCounted(Verdict verdict, ServerClock clock, DeskDocument desk) : Checker(verdict)
{
    public void Compare(Wallboard board, Tables tables, FinalView view)
    {
        board.Follow();
        var dates = new LocalDates(TimeZoneInfo.FindSystemTimeZoneById(desk.Current.Desk.TimeZone));
        var date = dates.Of(clock.Now);
        var events = tables.Events.Since(clock.Now.AddDays(-2)).Where(entry => dates.Of(entry.At) == date).ToLookup(entry => entry.Data.GetType(), entry => (entry.Id.Key, entry.Data));
        Same("the date", board.Day.Day, date);
        CompareDay(board.Day, events);
        CompareReps(board.Day, events);
        CompareTimes(board.Day, events);
        CompareLive(board.Live, view);
    }

    private static IEnumerable<(LeadId Lead, T Event)> Of<T>(ILookup<Type, (string Key, object Data)> events) where T : LeadEvent =>
        events[typeof(T)].Select(entry => (new LeadId(entry.Key), (T)entry.Data));

    private void CompareDay(DayBoard day, ILookup<Type, (string Key, object Data)> events)
    {
        Same("received", day.Received, Of<LeadReceived>(events).Select(e => e.Lead).Distinct().Count());
        Same("repeats", day.Repeats, Of<LeadRepeated>(events).Count());
        Same("offers made", day.OffersMade, Of<LeadOffered>(events).Count());
        Same("offers missed", day.OffersMissed, Of<OfferEnded>(events).Count(e => e.Event.Why == OfferEnd.Missed));
        Same("offers declined", day.OffersDeclined, Of<OfferEnded>(events).Count(e => e.Event.Why == OfferEnd.Declined));
        Same("assigned", day.Assigned, Of<OfferAccepted>(events).Count());
        Same("calls placed", day.CallsPlaced, Of<AttemptStarted>(events).Count());
        Same("calls answered", day.CallsAnswered, Of<ContactMade>(events).Count());
        Same("call-backs", day.Callbacks, Of<CallbackScheduled>(events).Count());
        foreach (var status in Enum.GetValues<LeadStatus>().Where(status => status.IsClosed()))
            Same($"closed as {status}", day.Closed.GetValueOrDefault(status), Of<LeadClosed>(events).Count(e => e.Event.Status == status));
        var received = Of<LeadReceived>(events).Select(e => e.Lead).ToHashSet();
        var won = Of<LeadClosed>(events).Where(e => e.Event.Status == LeadStatus.Won).ToList();
        Same("deals of the day's leads", day.CohortDeals, won.Count(e => received.Contains(e.Lead)));
        Same("revenue", day.Revenue, won.Sum(e => e.Event.Amount?.Amount ?? 0));
        var here = events[typeof(PresenceChanged)].Where(entry => entry.Data is PresenceChanged { Presence: Presence.Available }).Select(entry => new RepId(entry.Key)).ToHashSet();
        Same("reps who were available", day.WereAvailable.Count, here.Count);
    }

    private void CompareReps(DayBoard day, ILookup<Type, (string Key, object Data)> events)
    {
        var accepted = Of<OfferAccepted>(events).CountBy(e => e.Event.RepId).ToDictionary();
        var missed = Of<OfferEnded>(events).Where(e => e.Event.Why == OfferEnd.Missed).CountBy(e => e.Event.RepId).ToDictionary();
        var calls = Of<AttemptStarted>(events).CountBy(e => e.Event.RepId).ToDictionary();
        var contacts = Of<ContactMade>(events).CountBy(e => e.Event.RepId).ToDictionary();
        var revenue = Of<LeadClosed>(events).Where(e => e.Event is { Status: LeadStatus.Won, RepId: not null })
            .AggregateBy(e => e.Event.RepId!.Value, 0m, (sum, e) => sum + (e.Event.Amount?.Amount ?? 0)).ToDictionary();
        foreach (var (rep, counted) in day.Reps)
        {
            Same($"accepted by {rep}", counted.Accepted, accepted.GetValueOrDefault(rep));
            Same($"missed by {rep}", counted.Missed, missed.GetValueOrDefault(rep));
            Same($"calls of {rep}", counted.Calls, calls.GetValueOrDefault(rep));
            Same($"contacts of {rep}", counted.Contacts, contacts.GetValueOrDefault(rep));
            Same($"revenue of {rep}", counted.Revenue, revenue.GetValueOrDefault(rep));
        }
    }

    private void CompareTimes(DayBoard day, ILookup<Type, (string Key, object Data)> events)
    {
        var received = Of<LeadReceived>(events).ToDictionary(e => e.Lead, e => e.Event);
        Times("to the first offer", day.ToOffer, Firsts(Of<LeadOffered>(events).Select(e => (e.Lead, e.Event.At))));
        Times("to assignment", day.ToAssignment, Firsts(Of<OfferAccepted>(events).Select(e => (e.Lead, e.Event.At))));
        var attempts = Of<AttemptStarted>(events).Where(e => e.Event.First && received.ContainsKey(e.Lead)).ToList();
        Times("to the first attempt", day.ToAttempt, Firsts(attempts.Select(e => (e.Lead, e.Event.At))));
        Times("to the first contact", day.ToContact, Firsts(Of<ContactMade>(events).Where(e => e.Event.First).Select(e => (e.Lead, e.Event.At))));
        foreach (var queue in received.Values.GroupBy(e => e.Post.Queue))
        {
            var firsts = attempts.ToDictionary(e => e.Lead, e => e.Event.At);
            Same($"targets met in {queue.Key}", day.SlaOf(queue.Key)?.Met, queue.Count(e => firsts.TryGetValue(e.LeadId, out var at) && at <= e.Sla.TargetAt));
            Same($"targets due in {queue.Key}", day.SlaOf(queue.Key)?.Due(clock.Now), queue.Count(e => firsts.ContainsKey(e.LeadId) || e.Sla.TargetAt < clock.Now));
        }

        List<double> Firsts(IEnumerable<(LeadId Lead, DateTimeOffset At)> happened)
        {
            var seen = new HashSet<LeadId>();
            var seconds = new List<double>();
            foreach (var (lead, at) in happened)
            {
                if (received.TryGetValue(lead, out var first) && seen.Add(lead))
                    seconds.Add(Math.Max(0, (at - first.At).TotalSeconds));
            }

            seconds.Sort();
            return seconds;
        }
    }

    private void Times(string what, FirstTimes shown, List<double> counted)
    {
        Same($"{what}: how many", shown.Raw.Count, counted.Count);
        Same($"{what}: how many in working hours", shown.Working.Count, counted.Count);
        if (counted.Count == 0)
            return;
        Same($"{what}: the longest", shown.Raw.Max, counted[^1]);
        Same($"{what}: the median", shown.Raw.Percentile(0.5), counted[(counted.Count + 1) / 2 - 1]);
    }

    private void CompareLive(LiveBoard live, FinalView view)
    {
        var open = view.OpenLeads().Select(row => row.Lead).ToList();
        var queues = live.Queues();
        Same("open leads", live.OpenLeads, open.Count);
        foreach (var queue in open.GroupBy(lead => lead.Queue))
        {
            var shown = queues.GetValueOrDefault(queue.Key);
            Same($"waiting in {queue.Key}", shown?.Waiting, queue.Count(lead => lead.Status == LeadStatus.Waiting));
            Same($"ringing in {queue.Key}", shown?.Offered, queue.Count(lead => lead.Status == LeadStatus.Offered));
            Same($"owned in {queue.Key}", shown?.Owned, queue.Count(lead => lead.OwnerTicket is not null));
        }

        Same("reps", live.Reps.Count(), view.Reps().Count());
        foreach (var rep in view.Reps())
            Same($"{rep.Id} as shown", live.Reps.First(shown => shown.Id == rep.Id).Sequence, rep.Sequence);
    }

    private void Same<T>(string what, T shown, T counted)
    {
        if (!EqualityComparer<T>.Default.Equals(shown, counted))
            Violated($"the board shows {shown} for {what}; the journal has {counted}");
    }
}
