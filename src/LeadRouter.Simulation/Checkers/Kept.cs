using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Simulation.Checkers;

/// <summary>After a 2xx the lead exists through any crash, and is closed or has a live deadline or a place in its queue; a key is answered the same way twice.</summary>
internal sealed class Kept(Verdict verdict) : Checker(verdict)
{
    private readonly HashSet<LeadId> _accepted = [];
    private readonly Dictionary<string, IntakeAnswer> _byKey = [];

    public override void Accepted(string? key, IntakeAnswer answer)
    {
        _accepted.Add(answer.Lead);
        if (key is not null && !_byKey.TryAdd(key, answer) && _byKey[key].Intake != answer.Intake)
            Violated($"key {key} was answered with post {_byKey[key].Intake} and then with {answer.Intake}");
    }

    public override void End(FinalView view)
    {
        foreach (var id in _accepted)
        {
            if (view.Lead(id) is not { } stored)
                Violated($"lead {id} was answered with a 2xx and is not there");
            else if (!stored.Lead.IsClosed && stored.DueAt is null && !(stored.Lead.Status == LeadStatus.Waiting && view.HasQueuePlace(stored.Lead)))
                Violated($"open lead {id} ({stored.Lead.Status}) has neither a deadline nor a place in its queue");
        }
    }
}
