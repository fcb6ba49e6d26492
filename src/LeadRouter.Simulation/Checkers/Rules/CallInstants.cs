using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>What an owner has to do after a call, and by when, is what the queue says; a call of which the carrier is silent is given up when the queue's time is over.</summary>
internal sealed class CallInstants(Verdict verdict, DesksInForce desks, ServerClock clock) : Checker(verdict)
{
    /// <summary>Beyond the ringing: for the rep's own phone and late words of the carrier.</summary>
    private const int SlackSeconds = 90;
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(4);

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case CallRequested e when e.Number != lead.Attempts.Count + 1 || lead.Owner != e.RepId || lead.IsClosed || !desks.Any(lead.Queue, rules => Agrees(rules, e)):
                Violated($"call {e.Number} of {e.RepId} to {lead.Id} (owner {lead.Owner}, {lead.Attempts.Count} calls before) at {e.At:O} rings for {e.RingSeconds} s and has the deadline {e.Next}");
                break;
            case ContactMade { Next: { } next } e when !lead.IsOn(lead.Attempt(e.AttemptId)!) || next != new Deadline(DeadlineKind.CallEnd, e.At + LongestCall):
                Violated($"lead {lead.Id} was reached at {e.At:O} by call {e.AttemptId} while it is {lead.Status}; its deadline is {next}");
                break;
            case AttemptEnded { Next: { } next } e:
                Ended(lead, e, next);
                break;
        }
    }

    private static bool Agrees(QueueRules rules, CallRequested call) => call.RingSeconds == rules.RingSeconds && call.Next == (call.Manual
        ? new Deadline(DeadlineKind.DispositionBy, call.At.AddSeconds(rules.DispositionBySeconds))
        : new Deadline(DeadlineKind.CallEnd, call.At.AddSeconds(rules.RingSeconds + SlackSeconds)));

    /// <summary>The instant of the event is the carrier's; the owner's time runs from when its word was heard.</summary>
    private void Ended(LeadHistory lead, AttemptEnded ended, Deadline next)
    {
        var attempt = lead.Attempt(ended.AttemptId)!;
        var answered = ended.Result == AttemptEnd.Completed || attempt.AnsweredAt is not null;
        var kind = answered ? DeadlineKind.DispositionBy : DeadlineKind.AttemptBy;
        if (!lead.IsOn(attempt) || attempt.End is not null || next.Kind != kind)
            Violated($"call {ended.AttemptId} to {lead.Id} ({lead.Status}) ended as {ended.Result}, with the deadline {next}");
        else if (!desks.Any(lead.Queue, rules => IsWithin(next.At - TimeSpan.FromSeconds(answered ? rules.DispositionBySeconds : rules.AttemptBySeconds), attempt)))
            Violated($"call {ended.AttemptId} to {lead.Id} ended at {ended.At:O}, with the deadline {next}");
    }

    private bool IsWithin(DateTimeOffset decided, AttemptHistory attempt) => decided >= attempt.Earliest(clock) && decided <= clock.Highest;
}
