namespace LeadRouter.Simulation.Checkers;

/// <summary>The first attempt, the first contact and the end of a lead stand in the journal once, and an attempt is ordered from the carrier once.</summary>
internal sealed class CountedOnce(Verdict verdict) : Checker(verdict)
{
    private const string Order = "an order of the carrier";
    private const string FirstAttempt = "a first attempt";
    private const string FirstContact = "a first contact";
    private const string Close = "an end";
    private readonly HashSet<(string What, string Id)> _seen = [];

    public override void Ordered(CallOrder order) => Once(Order, order.Attempt.Value);

    public override void Journalled(ActorId id, RecordedEvent recorded)
    {
        var what = recorded.Data switch
        {
            AttemptStarted { First: true } => FirstAttempt,
            ContactMade { First: true } => FirstContact,
            LeadClosed => Close,
            _ => null,
        };
        if (what is not null)
            Once(what, id.Key);
    }

    public override void Retired(Lead lead)
    {
        foreach (var what in (string[])[FirstAttempt, FirstContact, Close])
            _seen.Remove((what, lead.Id.Value));
        foreach (var attempt in lead.Attempts)
            _seen.Remove((Order, attempt.Id.Value));
    }

    private void Once(string what, string id)
    {
        if (!_seen.Add((what, id)))
            Violated($"{what} of {id} is there twice");
    }
}
