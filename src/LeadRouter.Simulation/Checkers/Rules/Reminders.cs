using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>An owner who is late is reminded as often as the queue says, each time when the time is up and not before, and only then loses the lead.</summary>
internal sealed class Reminders(Verdict verdict, DesksInForce desks) : Checker(verdict)
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromMinutes(60);

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case ReminderSent e when !IsDue(lead, e.RepId, e.Kind, e.At) || e.Number != lead.Reminders + 1 || !desks.Any(lead.Queue, rules => Agrees(rules, e)):
                Violated($"{e.RepId} was reminded at {e.At:O} of {lead.Id} ({lead.Reminders} reminders before, next {lead.Next}, owner {lead.Owner}): {e}");
                break;
            case LeadTakenBack e when !IsDue(lead, e.RepId, e.Kind, e.At) || !desks.Any(lead.Queue, rules => lead.Reminders >= rules.Reminders):
                Violated($"lead {lead.Id} of {lead.Queue} was taken back from {e.RepId} at {e.At:O} for {e.Kind} after {lead.Reminders} reminders (next {lead.Next}, owner {lead.Owner})");
                break;
            case ReminderSnoozed e when lead.Next?.Kind != e.Next.Kind || e.RepId != lead.Owner || e.Next.At <= e.At || e.Next.At > e.At + LongestSnooze || IsFirstCall(lead):
                Violated($"the reminder of {lead.Id} (next {lead.Next}, owner {lead.Owner}) was put off at {e.At:O}: {e}");
                break;
        }
    }

    private static bool IsFirstCall(LeadHistory lead) => lead is { FirstAttemptAt: null, Next.Kind: DeadlineKind.AttemptBy };

    /// <summary>A call whose end nobody told is taken to be over, and the owner to be late with its result.</summary>
    private static bool IsDue(LeadHistory lead, RepId rep, DeadlineKind kind, DateTimeOffset at) => lead.Owner == rep && lead.Next is { } next && at >= next.At
        && (next.Kind == kind || (next.Kind == DeadlineKind.CallEnd && kind == DeadlineKind.DispositionBy))
        && kind is DeadlineKind.AttemptBy or DeadlineKind.DispositionBy;

    private static bool Agrees(QueueRules rules, ReminderSent reminder) => reminder.Number <= rules.Reminders
        && reminder.NextAt == reminder.At.AddSeconds(reminder.Kind == DeadlineKind.AttemptBy ? rules.AttemptBySeconds : rules.DispositionBySeconds);
}
