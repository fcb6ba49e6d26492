namespace LeadRouter.Simulation.Checkers;

/// <summary>What a rep said of a lead, and was answered ok, stands in the journal, after the call it is about.</summary>
internal sealed class Dispositions(Verdict verdict) : Checker(verdict)
{
    /// <summary>What was said of each lead since its last call was asked for.</summary>
    private readonly Dictionary<LeadId, HashSet<(RepId Rep, string Disposition)>> _said = [];

    public override void Journalled(ActorId id, RecordedEvent recorded)
    {
        switch (recorded.Data)
        {
            case DispositionSet said:
                var lead = new LeadId(id.Key);
                if (!_said.TryGetValue(lead, out var known))
                    _said.Add(lead, known = []);
                known.Add((said.RepId, said.Disposition));
                break;
            case CallRequested:
                _said.Remove(new LeadId(id.Key));
                break;
        }
    }

    public override void Completed(RepId rep, LeadId lead, string disposition)
    {
        if (!_said.TryGetValue(lead, out var known) || !known.Contains((rep, disposition)))
            Violated($"{rep} was answered ok to '{disposition}' of {lead}, and the journal does not know it");
    }

    public override void Retired(Lead lead) => _said.Remove(lead.Id);
}
