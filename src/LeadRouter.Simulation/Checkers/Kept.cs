using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// After a 2xx the lead exists through any crash, and is closed or has a live deadline or a place in its queue. A key is
/// answered the same way for 48 hours by the server's clock, and then it is a new one.
/// </summary>
internal sealed class Kept(Verdict verdict, ServerClock clock) : Checker(verdict)
{
    private static readonly TimeSpan KeyLives = TimeSpan.FromHours(48);

    /// <summary>Between a post and its answer, and between a key's end and its being forgotten, there may be an outage with a clock that is minutes off.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(30);
    private readonly HashSet<LeadId> _accepted = [];
    private readonly Dictionary<string, (IntakeAnswer Answer, DateTimeOffset At)> _byKey = [];

    public override void Accepted(string? key, IntakeAnswer answer)
    {
        _accepted.Add(answer.Lead);
        if (key is null)
            return;
        if (!_byKey.TryGetValue(key, out var first))
        {
            _byKey.Add(key, (answer, clock.Now));
            return;
        }

        var age = clock.Now - first.At;
        if (first.Answer.Intake != answer.Intake && age < KeyLives - Outage)
            Violated($"key {key} was answered with post {first.Answer.Intake} and {age} later with {answer.Intake}");
        if (first.Answer.Intake == answer.Intake && age > KeyLives + Outage)
            Violated($"key {key} is still answered with post {answer.Intake} after {age}");
        if (first.Answer.Intake != answer.Intake)
            _byKey[key] = (answer, clock.Now);
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
