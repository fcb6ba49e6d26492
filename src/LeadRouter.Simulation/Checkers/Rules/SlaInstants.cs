using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>The promise on the first attempt is what the desk says of the queue, and it is warned of and broken once each, never early and never after an attempt.</summary>
internal sealed class SlaInstants(Verdict verdict, DesksInForce desks) : Checker(verdict)
{
    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadReceived e when !desks.Any(desk => Agrees(desk, e)):
                Violated($"lead {e.LeadId} of {e.Post.Queue} (score {e.Post.Score}), received at {e.At:O}, has priority {e.Priority}, is warned of at {e.Sla.WarnAt:O} and late at {e.Sla.TargetAt:O}");
                break;
            case SlaWarned e when lead.Sla.Warned || lead.FirstAttemptAt is not null || e.At < lead.Sla.WarnAt || e.TargetAt != lead.Sla.TargetAt:
                Violated($"lead {lead.Id} was warned of at {e.At:O} (target {e.TargetAt:O}); it has {lead.Sla} and was attempted at {lead.FirstAttemptAt:O}");
                break;
            case SlaBreached e when lead.Sla.Breached || lead.FirstAttemptAt is not null || e.At < lead.Sla.TargetAt || e.TargetAt != lead.Sla.TargetAt:
                Violated($"lead {lead.Id} was late at {e.At:O} (target {e.TargetAt:O}); it has {lead.Sla} and was attempted at {lead.FirstAttemptAt:O}");
                break;
        }
    }

    private bool Agrees(Desk desk, LeadReceived received)
    {
        var rules = desk.RulesFor(received.Post.Queue);
        var points = Math.Clamp(rules.Priority + (int)Math.Round(received.Post.Score ?? 0), 0, 1000);
        return rules.Id == received.Post.Queue && received.Priority == points
            && received.Sla.TargetAt == After(desk, rules.Sla, received.At, 100) && received.Sla.WarnAt == After(desk, rules.Sla, received.At, rules.Sla.WarnAtPercent);
    }

    private DateTimeOffset After(Desk desk, SlaRules sla, DateTimeOffset since, int percent)
    {
        var time = TimeSpan.FromSeconds(sla.FirstAttemptSeconds) * percent / 100;
        return sla.Clock == SlaTime.Raw ? since + time : desks.HoursOf(desk).After(since, time);
    }
}
