using System.Globalization;
using LeadRouter.Domain.Sla;

namespace LeadRouter.Server.Features.Boards;

/// <summary>From the folded numbers to the wallboard's document.</summary>
internal static class BoardMapper
{
    private const int MaxLeaders = 10;
    private const int MaxAlerts = 20;

    public static BoardDto ToDto(DayBoard day, LiveBoard live, DeskSnapshot snapshot, DateTimeOffset now)
    {
        var desk = snapshot.Desk;
        var queues = live.Queues();
        var reps = live.Reps.Where(rep => rep.Profile.Active).ToList();
        var activeReps = day.WereAvailable.Union(reps.Where(rep => rep.Presence == Presence.Available).Select(rep => rep.Id)).Count();
        return new BoardDto
        {
            At = now,
            Day = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeZone = desk.TimeZone,
            Currency = desk.Currency,
            Queues = [.. desk.Queues.Select(queue => ToDto(queue, queues.GetValueOrDefault(queue.Id), day.SlaOf(queue.Id), snapshot, now))],
            Reps = ToDto(reps, live.Activities(), day, desk.Currency),
            Totals = Totals(day, queues.Values.Sum(queue => queue.Waiting), activeReps, desk.Currency),
            Kpis = new BoardKpisDto(
                ToDto(day.ToAttempt, day.Received), ToDto(day.ToContact, day.Received), ToDto(day.ToOffer, day.Received), ToDto(day.ToAssignment, day.Received),
                Sla(day.Sla.Sum(sla => sla.Met), day.Sla.Sum(sla => sla.Due(now))),
                new ConversionDto(day.CohortDeals, day.Received, Ratio(day.CohortDeals, day.Received))),
            Thresholds = new BoardThresholdsDto(desk.Board.SlaGoodPercent / 100.0, desk.Board.SlaBadPercent / 100.0),
            Leaders = Leaders(reps, day, desk.Currency),
            Alerts = [.. day.Alerts.Take(MaxAlerts).Select(ToDto)],
        };
    }

    private static BoardQueueDto ToDto(QueueRules rules, LiveQueue? queue, SlaDay? sla, DeskSnapshot desk, DateTimeOffset now) => new(
        rules.Id, rules.Title, queue?.Waiting ?? 0, queue?.OldestDueSince is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0,
        After(queue?.OldestDueSince, desk.Desk.Board.WaitWarnPercent, rules, desk), After(queue?.OldestDueSince, 100, rules, desk),
        queue?.Offered ?? 0, queue?.Owned ?? 0, rules.Sla.FirstAttemptSeconds, Sla(sla?.Met ?? 0, sla?.Due(now) ?? 0));

    private static DateTimeOffset? After(DateTimeOffset? since, int percent, QueueRules rules, DeskSnapshot desk) =>
        since is { } due ? SlaClock.After(due, percent, rules.Sla, desk.Calendar) : null;

    private static IReadOnlyList<BoardRepDto> ToDto(List<Rep> reps, Dictionary<RepId, (RepActivity Activity, DateTimeOffset Since)> activities, DayBoard day, string currency) =>
        [.. reps.Select(rep =>
        {
            var busy = activities.TryGetValue(rep.Id, out var activity);
            return new BoardRepDto(rep.Id.Value, rep.Profile.Name, busy ? WireNames.Of(activity.Activity) : WireNames.Of(rep.Presence),
                busy ? activity.Since : rep.Presence == Presence.Available && rep.IdleSince > rep.PresenceSince ? rep.IdleSince : rep.PresenceSince,
                rep.PresenceReason, rep.Holds.Count, RepDayMapper.ToDto(day.Reps.GetValueOrDefault(rep.Id), currency));
        })];

    private static BoardTotalsDto Totals(DayBoard day, int waiting, int activeReps, string currency) => new()
    {
        Received = day.Received,
        Repeats = day.Repeats,
        Waiting = waiting,
        OffersMade = day.OffersMade,
        OffersMissed = day.OffersMissed,
        OffersDeclined = day.OffersDeclined,
        Assigned = day.Assigned,
        CallsPlaced = day.CallsPlaced,
        CallsAnswered = day.CallsAnswered,
        AnswerRate = Ratio(day.CallsAnswered, day.CallsPlaced),
        Attempted = day.ToAttempt.Raw.Count,
        Reached = day.ToContact.Raw.Count,
        Callbacks = day.Callbacks,
        Won = day.Closed.GetValueOrDefault(LeadStatus.Won),
        Lost = day.Closed.GetValueOrDefault(LeadStatus.Lost),
        NotReachable = day.Closed.GetValueOrDefault(LeadStatus.NotReachable),
        Invalid = day.Closed.GetValueOrDefault(LeadStatus.Invalid),
        Withdrawn = day.Closed.GetValueOrDefault(LeadStatus.Withdrawn),
        Revenue = new MoneyDto(day.Revenue, currency),
        ActiveReps = activeReps,
        RevenuePerRep = new MoneyDto(activeReps == 0 ? 0 : Math.Round(day.Revenue / activeReps, 2), currency),
    };

    private static DistributionDto ToDto(FirstTimes times, int leads) => new(
        times.Raw.Count, times.Raw.Percentile(0.5), times.Raw.Percentile(0.9), times.Raw.Percentile(0.99), times.Raw.Max,
        times.Working.Percentile(0.5), times.Working.Percentile(0.9), leads - times.Raw.Count, times.Unproven);

    private static IReadOnlyList<BoardLeaderDto> Leaders(List<Rep> reps, DayBoard day, string currency) =>
        [.. reps.Where(rep => day.Reps.ContainsKey(rep.Id)).Select(rep => (rep, Today: day.Reps[rep.Id]))
            .OrderByDescending(entry => entry.Today.Revenue).ThenByDescending(entry => entry.Today.Deals).ThenByDescending(entry => entry.Today.Contacts).ThenBy(entry => entry.rep.Profile.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MaxLeaders).Select(entry => new BoardLeaderDto(entry.rep.Id.Value, entry.rep.Profile.Name, entry.Today.Deals, new MoneyDto(entry.Today.Revenue, currency), entry.Today.Contacts))];

    private static BoardAlertDto ToDto(BoardAlert alert) => new(
        string.Create(CultureInfo.InvariantCulture, $"{alert.Kind}-{alert.Lead?.Value ?? alert.Rep?.Value}-{alert.At.UtcTicks}"),
        alert.Kind, alert.Severity, alert.At, alert.Queue, alert.Lead?.Value, alert.Rep?.Value, alert.Kind switch
        {
            "slaWarning" => "A lead comes close to its first-attempt target.",
            "slaBreached" => "A lead was not attempted within its target.",
            "repPaused" => "A rep missed several offers in a row and was put on break.",
            _ => "A lead was taken back because its owner did not act.",
        });

    private static SlaDto Sla(int met, int due) => new(met, due, Ratio(met, due));

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
