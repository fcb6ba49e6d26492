using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>Unanswered attempts are followed by the steps of the queue's plan one after the other, and the lead is not reachable only after all of them; a call-back is when the rep said.</summary>
internal sealed class CadenceSteps(Verdict verdict, DesksInForce desks) : Checker(verdict)
{
    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case RetryScheduled e when e.Step != lead.Unanswered + 1 || !desks.Any(desk => Agrees(desk, lead, e)):
                Violated($"lead {lead.Id} of {lead.Queue}, unanswered {lead.Unanswered} times before, is to be called again at {e.NextAttemptAt:O} by step {e.Step}, decided at {e.At:O}");
                break;
            case LeadClosed { Status: LeadStatus.NotReachable } e when !desks.Any(lead.Queue, rules => lead.Unanswered >= rules.Cadence.Count):
                Violated($"lead {lead.Id} of {lead.Queue} was given up at {e.At:O} after {lead.Unanswered + 1} unanswered attempts");
                break;
            case CallbackScheduled e when e.CallbackAt != lead.Said?.CallbackAt || e.CallbackAt <= e.At:
                Violated($"lead {lead.Id} is to be called back at {e.CallbackAt:O}, decided at {e.At:O}; the rep said {lead.Said?.CallbackAt:O}");
                break;
        }
    }

    private bool Agrees(Desk desk, LeadHistory lead, RetryScheduled retry)
    {
        var plan = desk.RulesFor(lead.Queue).Cadence;
        if (retry.Step > plan.Count)
            return false;
        var step = plan[retry.Step - 1];
        if (step.AfterMinutes is { } minutes)
            return retry.NextAttemptAt == retry.At.AddMinutes(minutes);
        var time = TimeOnly.ParseExact(step.NextWorkingDayAt!, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return desks.HoursOf(desk).IsNextWorkingDay(retry.NextAttemptAt, retry.At, time.Hour * 60 + time.Minute);
    }
}
