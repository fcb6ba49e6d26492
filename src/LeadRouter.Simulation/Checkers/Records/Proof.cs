using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>Whatever is called proven of a call, the carrier said; and nothing that a rep dialled by hand is.</summary>
internal sealed class Proof(Verdict verdict, ServerClock clock) : Checker(verdict)
{
    private readonly Dictionary<AttemptId, HashSet<(CallStatus Status, bool Machine)>> _said = [];

    public override void Said(CarrierReport report)
    {
        if (!_said.TryGetValue(report.Attempt, out var said))
            _said.Add(report.Attempt, said = []);
        said.Add((report.Status, report.AnsweredByMachine));
    }

    public override void Retired(Lead lead)
    {
        foreach (var attempt in lead.Attempts)
            _said.Remove(attempt.Id);
    }

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case AttemptStarted e:
                Judge(lead, e.AttemptId, e.Proven, e.At, "started", HasSaid(e.AttemptId, _ => true));
                Once(lead, e.AttemptId, "started", lead.Attempt(e.AttemptId)!.StartedAt, e.First, lead.FirstAttemptAt);
                break;
            case AttemptRang e:
                Judge(lead, e.AttemptId, true, e.At, "rang", HasSaid(e.AttemptId, said => said.Status == CallStatus.Ringing));
                break;
            case ContactMade e:
                Judge(lead, e.AttemptId, e.Proven, e.At, "was answered", HasSaid(e.AttemptId, said => said is (CallStatus.Answered, false) or (CallStatus.Completed, _)));
                Once(lead, e.AttemptId, "answered", lead.Attempt(e.AttemptId)!.AnsweredAt, e.First, lead.FirstContactAt);
                break;
            case AttemptEnded e when lead.Attempt(e.AttemptId) is { IsManual: false } attempt:
                Judge(lead, e.AttemptId, true, e.At, $"ended as {e.Result}", IsEnd(e.AttemptId, e.Result, attempt.AnsweredAt is not null));
                break;
        }
    }

    private bool IsEnd(AttemptId attempt, AttemptEnd end, bool answered) => end switch
    {
        AttemptEnd.Completed => HasSaid(attempt, said => said.Status == CallStatus.Completed || (answered && said.Status is CallStatus.Busy or CallStatus.NoAnswer or CallStatus.Failed or CallStatus.Canceled or CallStatus.Answered)),
        AttemptEnd.NoAnswer => HasSaid(attempt, said => said.Status == CallStatus.NoAnswer),
        AttemptEnd.Busy => HasSaid(attempt, said => said.Status == CallStatus.Busy),
        AttemptEnd.Failed => HasSaid(attempt, said => said.Status == CallStatus.Failed),
        AttemptEnd.Canceled => HasSaid(attempt, said => said.Status == CallStatus.Canceled),
        AttemptEnd.Machine => HasSaid(attempt, said => said is (CallStatus.Answered, true)),
        // Nobody was dialled, or nobody ever said: then there is no word either.
        _ => true,
    };

    private bool HasSaid(AttemptId attempt, Predicate<(CallStatus Status, bool Machine)> what) => _said.TryGetValue(attempt, out var said) && said.Any(one => what(one));

    private void Judge(LeadHistory lead, AttemptId id, bool proven, DateTimeOffset at, string what, bool said)
    {
        var attempt = lead.Attempt(id)!;
        if (proven && (attempt.IsManual || !said))
            Violated($"call {id} of {lead.Id} {what} at {at:O} and that is called proven; the carrier did not say so");
        else if (at < attempt.Earliest(clock) || at > clock.Highest)
            Violated($"call {id} of {lead.Id}, asked for at {attempt.RequestedAt:O}, {what} at {at:O}");
    }

    private void Once(LeadHistory lead, AttemptId attempt, string what, DateTimeOffset? before, bool first, DateTimeOffset? firstAt)
    {
        if (before is not null || first != firstAt is null)
            Violated($"call {attempt} of {lead.Id} {what} (before at {before:O}); it is called the first: {first}, and the first was at {firstAt:O}");
    }
}
