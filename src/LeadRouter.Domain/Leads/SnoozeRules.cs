namespace LeadRouter.Domain.Leads;

/// <summary>Putting a reminder off. The SLA runs on, and the lead is still taken back when the reminders have run out.</summary>
public static class SnoozeRules
{
    /// <summary>The longest pause, in minutes.</summary>
    public const int MaxMinutes = 60;

    internal static LeadDecision Snooze(Lead lead, SnoozeLead command, LeadContext context)
    {
        if (lead.Owner != command.RepId || lead.IsClosed)
            return LeadDecision.Refuse("not_owner", "Only the rep who owns the lead can put its reminder off.");
        if (command.Minutes is < 1 or > MaxMinutes)
            return LeadDecision.Refuse("bad_minutes", $"Put a reminder off by 1 to {MaxMinutes} minutes.");
        if (lead.RemindersSent == 0 || lead.Next is not { Kind: DeadlineKind.AttemptBy or DeadlineKind.DispositionBy } next)
            return LeadDecision.Refuse("no_reminder", "There is no reminder to put off.");
        return LeadDecision.Of(new ReminderSnoozed(command.RepId, next with { At = context.Now.AddMinutes(command.Minutes) }) { At = context.Now });
    }
}
