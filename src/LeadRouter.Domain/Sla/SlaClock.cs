namespace LeadRouter.Domain.Sla;

/// <summary>The first-attempt promise of one lead, fixed when it is received.</summary>
/// <param name="WarnAt">Warned once at this instant, unless attempted before.</param>
/// <param name="TargetAt">Breached once at this instant, unless attempted before.</param>
public sealed record SlaClock(DateTimeOffset WarnAt, DateTimeOffset TargetAt, bool Warned = false, bool Breached = false)
{
    /// <summary>The clock of a lead received at <paramref name="receivedAt"/>.</summary>
    public static SlaClock Start(DateTimeOffset receivedAt, SlaRules rules, WorkCalendar calendar) => new(
        After(receivedAt, rules.WarnAtPercent, rules, calendar),
        After(receivedAt, 100, rules, calendar));

    /// <summary>When so many percent of the target have gone by, by the queue's choice of clock.</summary>
    public static DateTimeOffset After(DateTimeOffset since, int percent, SlaRules rules, WorkCalendar calendar)
    {
        var time = TimeSpan.FromMilliseconds(rules.FirstAttemptSeconds * 10L * percent);
        return rules.Clock == SlaTime.Raw ? since + time : calendar.AfterWorkingTime(since, time);
    }
}
