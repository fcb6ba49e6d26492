namespace LeadRouter.Contracts;

/// <summary>The wallboard: everything it shows in one document.</summary>
public record BoardDto
{
    public DateTimeOffset At { get; init; }
    /// <summary>The centre's day, yyyy-MM-dd.</summary>
    public required string Day { get; init; }
    public required string TimeZone { get; init; }
    public required string Currency { get; init; }
    public IReadOnlyList<BoardQueueDto> Queues { get; init; } = [];
    public IReadOnlyList<BoardRepDto> Reps { get; init; } = [];
    public required BoardTotalsDto Totals { get; init; }
    public required BoardKpisDto Kpis { get; init; }
    public required BoardThresholdsDto Thresholds { get; init; }
    /// <summary>Best first: by revenue, deals, contacts; at most 10.</summary>
    public IReadOnlyList<BoardLeaderDto> Leaders { get; init; } = [];
    /// <summary>Newest first; at most 20.</summary>
    public IReadOnlyList<BoardAlertDto> Alerts { get; init; } = [];
}

/// <summary>A queue now.</summary>
/// <param name="LongestWaitSeconds">Age of the oldest lead that is due and has no attempt.</param>
/// <param name="WaitWarnAt">When that wait becomes a worry, by the queue's choice of clock and the desk's threshold; null when no lead waits so.</param>
/// <param name="WaitLateAt">When it is longer than the queue's target.</param>
public sealed record BoardQueueDto(string Queue, string Name, int Waiting, double LongestWaitSeconds, DateTimeOffset? WaitWarnAt, DateTimeOffset? WaitLateAt, int Offered, int Owned, int SlaTargetSeconds, SlaDto Sla);

/// <summary>Attainment from which on it is good, and below which it is bad, 0 to 1; as the desk says.</summary>
public sealed record BoardThresholdsDto(double SlaGood, double SlaBad);

/// <summary>SLA attainment: <c>Met</c> of <c>Due</c>; leads waiting inside their target are in neither. Null when nothing is due.</summary>
public sealed record SlaDto(int Met, int Due, double? Attainment);

/// <summary>A rep now.</summary>
public sealed record BoardRepDto(string RepId, string Name, string State, DateTimeOffset Since, string? Reason, int ActiveLeads, RepTodayDto Today);

/// <summary>Counters since midnight of the centre's time zone.</summary>
public sealed record BoardTotalsDto
{
    public int Received { get; init; }
    public int Repeats { get; init; }
    public int Waiting { get; init; }
    public int OffersMade { get; init; }
    public int OffersMissed { get; init; }
    public int OffersDeclined { get; init; }
    public int Assigned { get; init; }
    public int CallsPlaced { get; init; }
    public int CallsAnswered { get; init; }
    /// <summary>Answered / placed; null before the first call.</summary>
    public double? AnswerRate { get; init; }
    public int Attempted { get; init; }
    public int Reached { get; init; }
    public int Callbacks { get; init; }
    public int Won { get; init; }
    public int Lost { get; init; }
    public int NotReachable { get; init; }
    public int Invalid { get; init; }
    public int Withdrawn { get; init; }
    public required MoneyDto Revenue { get; init; }
    /// <summary>Reps who were available at least once today.</summary>
    public int ActiveReps { get; init; }
    public required MoneyDto RevenuePerRep { get; init; }
}

/// <summary>The day's defining numbers, over leads received today.</summary>
public sealed record BoardKpisDto(DistributionDto TimeToFirstAttempt, DistributionDto TimeToFirstContact, DistributionDto TimeToOffer, DistributionDto TimeToAssignment, SlaDto Sla, ConversionDto LeadToDeal);

/// <summary>A distribution of durations. <c>Censored</c>: leads that have no value yet or never got one. <c>Unproven</c>: values that rest on a click.</summary>
public sealed record DistributionDto(int Count, double? P50Seconds, double? P90Seconds, double? P99Seconds, double? MaxSeconds, double? WorkingP50Seconds, double? WorkingP90Seconds, int Censored, int Unproven);

/// <summary>Leads received today that were won today / leads received today. What of them is won later is in no number of the day.</summary>
public sealed record ConversionDto(int Deals, int Leads, double? Ratio);

/// <summary>A line of the leader list.</summary>
public sealed record BoardLeaderDto(string RepId, string Name, int Deals, MoneyDto Revenue, int Contacts);

/// <summary>Something to act on, until it is solved. Kinds: slaWarning, slaBreached (both until the lead is called), leadTakenBack (until somebody takes it), repPaused (until the rep is back).</summary>
public sealed record BoardAlertDto(string AlertId, string Kind, string Severity, DateTimeOffset At, string? Queue, string? LeadId, string? RepId, string Text);
