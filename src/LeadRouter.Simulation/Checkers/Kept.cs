namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// After a 2xx the lead exists through any crash, and is closed or has a live deadline or a place in its queue. A key is
/// answered the same way for 48 hours by the server's clock, and then it is a new one.
/// </summary>
internal sealed class Kept(Verdict verdict, ServerClock clock) : Checker(verdict)
{
    /// <summary>Between a key's end and its being forgotten there may be an outage, and the clock may have been moved.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly HashSet<LeadId> _accepted = [];
    private readonly Dictionary<string, IntakeAnswer> _byKey = [];
    private readonly Queue<(string Key, IntakeAnswer Answer)> _keys = new();

    public override void Accepted(string? key, IntakeAnswer answer)
    {
        _accepted.Add(answer.Lead);
        if (key is null)
            return;
        if (_byKey.TryGetValue(key, out var first) && first.Intake == answer.Intake)
        {
            if (clock.Now - first.ReceivedAt > ReceiptActor.Lifetime + Slack)
                Violated($"key {key} of {first.ReceivedAt:O} is still answered with post {first.Intake}");
            return;
        }

        if (first is not null && answer.ReceivedAt - first.ReceivedAt < ReceiptActor.Lifetime - Slack)
            Violated($"key {key} was answered with post {first.Intake} and then with {answer.Intake}");
        _byKey[key] = answer;
        _keys.Enqueue((key, answer));
        ForgetKeys(answer.ReceivedAt);
    }

    public override void Retired(Lead lead) => _accepted.Remove(lead.Id);

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

    private void ForgetKeys(DateTimeOffset now)
    {
        while (_keys.TryPeek(out var oldest) && now - oldest.Answer.ReceivedAt > 2 * ReceiptActor.Lifetime)
        {
            _keys.Dequeue();
            if (_byKey.TryGetValue(oldest.Key, out var known) && known == oldest.Answer)
                _byKey.Remove(oldest.Key);
        }
    }
}
