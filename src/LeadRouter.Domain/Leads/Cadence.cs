namespace LeadRouter.Domain.Leads;

/// <summary>When an unanswered lead is tried again.</summary>
public static class Cadence
{
    /// <summary>The instant of the next attempt after <paramref name="unanswered"/> attempts (1 or more) went unanswered, or null when the plan is over.</summary>
    public static DateTimeOffset? Next(IReadOnlyList<CadenceStep> plan, int unanswered, DateTimeOffset now, WorkCalendar calendar)
    {
        if (unanswered < 1 || unanswered > plan.Count)
            return null;
        var step = plan[unanswered - 1];
        return step.NextWorkingDayAt is { } time
            ? calendar.NextWorkingDay(now, WorkHours.Minutes(time) ?? 0)
            : now.AddMinutes(step.AfterMinutes ?? 1);
    }
}
