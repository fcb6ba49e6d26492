namespace LeadRouter.Simulation.Checkers;

/// <summary>Who has put a reminder off, and was told so, is not reminded of the same step and does not lose the lead before that time.</summary>
internal sealed class Snoozed(Verdict verdict, ServerClock clock) : Checker(verdict)
{
    private readonly Dictionary<LeadId, DateTimeOffset> _until = [];

    public override void PutOff(LeadId lead, int? minutes, DateTimeOffset sentAt)
    {
        // A wish without an answer may have taken the place of the one before, and that with a shorter time.
        if (minutes is { } granted)
            _until[lead] = clock.LowestSince(sentAt).AddMinutes(granted);
        else
            _until.Remove(lead);
    }

    public override void Retired(Lead lead) => _until.Remove(lead.Id);

    public override void Journalled(ActorId id, RecordedEvent recorded)
    {
        if (_until.Count == 0 || recorded.Data is not LeadEvent happened)
            return;
        var lead = new LeadId(id.Key);
        if (happened is ReminderSent or LeadTakenBack && _until.TryGetValue(lead, out var until) && clock.Now < until)
            Violated($"{happened.GetType().Name} of {lead} at {clock.Now:O}, though its reminder was put off until {until:O}");
        // A repeat and the SLA run beside it; with all else the lead has gone on to another step.
        if (happened is not (ReminderSnoozed or LeadRepeated or SlaWarned or SlaBreached))
            _until.Remove(lead);
    }
}
