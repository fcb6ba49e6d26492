namespace LeadRouter.Simulation.Checkers.Histories;

/// <summary>Reads the journal as it is written, and tells the checkers of each event together with what had happened before.</summary>
internal sealed class JournalReader(Agenda agenda, Sightings sightings)
{
    private readonly Dictionary<string, LeadHistory> _leads = [];
    private readonly HashSet<LeadHistory> _waiting = [];
    private readonly SortedDictionary<RepId, RepHistory> _reps = [];

    /// <summary>In order of id.</summary>
    public IEnumerable<RepHistory> Reps => _reps.Values;

    /// <summary>The leads that wait in a queue.</summary>
    public IReadOnlyCollection<LeadHistory> Waiting => _waiting;

    public LeadHistory? Lead(LeadId id) => _leads.GetValueOrDefault(id.Value);

    public RepHistory? Rep(RepId id) => _reps.GetValueOrDefault(id);

    /// <summary>Is told of every change of a lead's status.</summary>
    public Action<LeadStatus, LeadStatus>? Changed { get; set; }

    public void Take(ActorId id, object happened)
    {
        switch (happened)
        {
            case LeadEvent e:
                Take(OfLead(id.Key), e);
                break;
            case RepEvent e:
                Take(OfRep(new RepId(id.Key)), e);
                break;
        }
    }

    public void Forget(LeadId lead) => _leads.Remove(lead.Value);

    private void Take(LeadHistory lead, LeadEvent happened)
    {
        foreach (var checker in sightings.Checkers)
            checker.Happened(lead, happened);
        var before = lead.Status;
        lead.Take(happened, agenda.Now);
        if (lead.Status != before)
            Changed?.Invoke(before, lead.Status);
        if (lead.Status == LeadStatus.Waiting)
            _waiting.Add(lead);
        else
            _waiting.Remove(lead);
    }

    private void Take(RepHistory rep, RepEvent happened)
    {
        foreach (var checker in sightings.Checkers)
            checker.Happened(rep, happened);
        rep.Take(happened, agenda.Now);
    }

    private LeadHistory OfLead(string key)
    {
        if (!_leads.TryGetValue(key, out var lead))
            _leads.Add(key, lead = new LeadHistory(new LeadId(key)));
        return lead;
    }

    private RepHistory OfRep(RepId id)
    {
        if (!_reps.TryGetValue(id, out var rep))
            _reps.Add(id, rep = new RepHistory(id));
        return rep;
    }
}
