using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers;

/// <summary>Judges one invariant by what the world saw. Never asks the engine what it thinks of itself.</summary>
internal abstract class Checker(Verdict verdict)
{
    /// <summary>A form posts, under the id drawn for it.</summary>
    public virtual void Posted(LeadId intake, LeadPost post) { }

    /// <summary>A post was answered with a 2xx.</summary>
    public virtual void Accepted(string? key, IntakeAnswer answer) { }

    /// <summary>A post came under a key that another body has claimed; it was answered, or (null) refused.</summary>
    public virtual void KeyWithAnotherBody(string key, IntakeAnswer? answer) { }

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

    /// <summary>Somebody asks for something to be done with a lead; the answer is not known yet.</summary>
    public virtual void Wished(LeadId lead, LeadCommand command) { }

    /// <summary>The rep clicks to call a lead.</summary>
    public virtual void WishedCall(RepId rep, LeadId lead) { }

    /// <summary>A rep, or an administrator, asks for something to be done with the rep.</summary>
    public virtual void Wished(RepId rep, RepCommand command) { }

    /// <summary>What was asked of a rep was answered with ok.</summary>
    public virtual void Granted(RepId rep, RepCommand command, DateTimeOffset sentAt) { }

    /// <summary>A call was ordered from the carrier.</summary>
    public virtual void Ordered(CallOrder order) { }

    /// <summary>The carrier has something to say of a call, whether or not it is heard.</summary>
    public virtual void Said(CarrierReport report) { }

    /// <summary>An event stands in the journal.</summary>
    public virtual void Journalled(ActorId id, RecordedEvent recorded) { }

    /// <summary>An event of a lead stands in the journal; <paramref name="lead"/> is what had happened before.</summary>
    public virtual void Happened(LeadHistory lead, LeadEvent happened) { }

    /// <summary>An event of a rep stands in the journal; <paramref name="rep"/> is what had happened before.</summary>
    public virtual void Happened(RepHistory rep, RepEvent happened) { }

    /// <summary>Once a minute: a look at what stands.</summary>
    public virtual void Look() { }

    /// <summary>A state stands in the store, and its events in the journal, with the instant at which its actor wants to be woken; null: it is gone.</summary>
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
/// <param name="judged">The invariants that count; empty: all.</param>
internal sealed class Verdict(IReadOnlyCollection<string> judged)
{
    public string? Invariant { get; private set; }

    public string? How { get; private set; }

    public bool IsFailed => Invariant is not null;

    public void Fail(string invariant, string how)
    {
        if (!IsFailed && (judged.Count == 0 || judged.Contains(invariant)))
            (Invariant, How) = (invariant, how);
    }
}
