namespace LeadRouter.Simulation.Checkers;

/// <summary>Judges one invariant by what the world saw. Never asks the engine what it thinks of itself.</summary>
internal abstract class Checker(Verdict verdict)
{
    /// <summary>A post was answered with a 2xx.</summary>
    public virtual void Accepted(string? key, IntakeAnswer answer) { }

    /// <summary>A lead rings at a rep.</summary>
    public virtual void Offered(Lead lead, Lease offer, RoutingDecision decision) { }

    /// <summary>An offer is over.</summary>
    public virtual void OfferOver(LeadId lead, OfferId offer, string why) { }

    /// <summary>A screen was shown a lead.</summary>
    public virtual void Shown(RepId rep, Lead lead) { }

    /// <summary>A screen was shown all its leads.</summary>
    public virtual void ShownState(RepId rep, IReadOnlyList<Lead> leads) { }

    /// <summary>A rep's accept was answered: ok or not; or (null) will never be.</summary>
    public virtual void Accept(RepId rep, LeadId lead, Lease offer, DateTimeOffset sentAt, bool? ok) { }

    /// <summary>A rep's call or completion was answered with ok.</summary>
    public virtual void Acted(RepId rep, LeadId lead, string what) { }

    /// <summary>A rep's word of what came of a lead was answered with ok.</summary>
    public virtual void Completed(RepId rep, LeadId lead, string disposition) { }

    /// <summary>An owner's wish to be reminded in so many minutes was answered with ok; or (null) no word came of it.</summary>
    public virtual void PutOff(LeadId lead, int? minutes, DateTimeOffset sentAt) { }

    /// <summary>A supervisor's move or withdrawal was answered with ok, or (null) will never be.</summary>
    public virtual void Moved(LeadId lead, bool? ok) { }

    /// <summary>A call was ordered from the carrier.</summary>
    public virtual void Ordered(CallOrder order) { }

    /// <summary>An event stands in the journal.</summary>
    public virtual void Journalled(ActorId id, RecordedEvent recorded) { }

    /// <summary>A state stands in the store, with the instant at which its actor wants to be woken; null: it is gone.</summary>
    public virtual void Stored(ActorId id, object? state, DateTimeOffset? dueAt) { }

    /// <summary>The lead was closed days ago, and goes.</summary>
    public virtual void Retired(Lead lead) { }

    /// <summary>The run is over; this is what the store holds.</summary>
    public virtual void End(FinalView view) { }

    protected void Violated(string how) => verdict.Fail(GetType().Name, how);
}

/// <summary>The checkers of a run.</summary>
internal sealed class Sightings
{
    public List<Checker> Checkers { get; } = [];

    public void Each(Action<Checker> tell)
    {
        foreach (var checker in Checkers)
            tell(checker);
    }
}

/// <summary>The first thing that went wrong, if anything did.</summary>
internal sealed class Verdict
{
    public string? Invariant { get; private set; }

    public string? How { get; private set; }

    public bool IsFailed => Invariant is not null;

    public void Fail(string invariant, string how)
    {
        if (!IsFailed)
            (Invariant, How) = (invariant, how);
    }
}
