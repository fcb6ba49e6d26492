namespace LeadRouter.Turns.Views;

/// <summary>A page of the journal, and whom it names: how these stand has to be looked up before a <see cref="BoardView"/> takes the page.</summary>
public sealed class BoardPage
{
    private readonly HashSet<string> _leads = [];
    private readonly HashSet<string> _reps = [];
    private readonly HashSet<RepId> _counted = [];

    /// <param name="facts">In the order of their positions.</param>
    public BoardPage(IReadOnlyList<JournalFact> facts)
    {
        Facts = facts;
        foreach (var fact in facts)
        {
            if (fact.Id.Kind == ActorKinds.Lead)
                _leads.Add(fact.Id.Key);
            else if (fact.Id.Kind == ActorKinds.Rep)
                _reps.Add(fact.Id.Key);
            if (CountedFor(fact.Data) is { } rep)
                _counted.Add(rep);
        }
    }

    public IReadOnlyList<JournalFact> Facts { get; }

    /// <summary>Leads to which something happened.</summary>
    public IReadOnlyCollection<string> Leads => _leads;

    /// <summary>Reps to whom something happened.</summary>
    public IReadOnlyCollection<string> Reps => _reps;

    /// <summary>Reps whose counters of the day change by it.</summary>
    public IReadOnlyCollection<RepId> CountedReps => _counted;

    private static RepId? CountedFor(object? happened) => happened switch
    {
        OfferAccepted e => e.RepId,
        OfferEnded e => e.RepId,
        AttemptStarted e => e.RepId,
        ContactMade e => e.RepId,
        LeadClosed e => e.RepId,
        _ => null,
    };
}
