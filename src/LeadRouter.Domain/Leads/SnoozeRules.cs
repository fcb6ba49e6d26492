namespace LeadRouter.Domain.Leads;

/// <summary>
/// Putting a reminder off, once. The SLA runs on, the first call to a new lead cannot wait, and the lead is still taken back when
/// the reminders have run out.
/// </summary>
public static class SnoozeRules
{
    /// <summary>The longest pause, in minutes.</summary>
    public const int MaxMinutes = 60;

    /// <summary>Whether the owner is late with a step, was reminded of it and has not put that off.</summary>
    public static bool HasReminder(Lead lead) =>
        lead is { RemindersSent: > 0, IsSnoozed: false, Next.Kind: DeadlineKind.AttemptBy or DeadlineKind.DispositionBy };

    /// <summary>Whether a lead's open reminder can be put off.</summary>
    public static bool MayPutOff(Lead lead) => HasReminder(lead) && !IsFirstCall(lead);

    internal static LeadDecision Snooze(Lead lead, SnoozeLead command, LeadContext context)
    {
        if (lead.Owner != command.RepId || lead.IsClosed)
            return LeadDecision.Refuse("not_owner", "Only the rep who owns the lead can put its reminder off.");
        if (command.Minutes is < 1 or > MaxMinutes)
            return LeadDecision.Refuse("bad_minutes", $"Put a reminder off by 1 to {MaxMinutes} minutes.", ("most", MaxMinutes));
        if (!HasReminder(lead) || lead.Next!.Kind != command.Kind || lead.RemindersSent != command.Number)
            return LeadDecision.Refuse("no_reminder", "This reminder is over or was put off before.");
        if (IsFirstCall(lead))
            return LeadDecision.Refuse("first_call_due", "The first call to a new lead cannot be put off; call it now.");
        return LeadDecision.Of(new ReminderSnoozed(command.RepId, lead.Next! with { At = context.Now.AddMinutes(command.Minutes) }) { At = context.Now });
    }

    private static bool IsFirstCall(Lead lead) => lead is { FirstAttemptAt: null, Next.Kind: DeadlineKind.AttemptBy };
}
