using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Sla;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>Turns of leads and reps as they stand in a store, made by events alone.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<ActorId, long> _versions = [];
    private int _ids;

    public MemoryStore Store { get; } = new();

    public Dictionary<LeadId, Lead> Leads { get; } = [];

    public Dictionary<RepId, Rep> Reps { get; } = [];

    /// <summary>A lead that waits.</summary>
    public async Task<LeadId> NewLeadAsync()
    {
        var id = new LeadId($"lead-{++_ids}");
        await LeadAsync(id, new LeadReceived(id, new LeadPost { Phone = new("+972520000000"), Source = "site", Queue = "sales" }, 0, new SlaClock(Start, Start)), Queued());
        return id;
    }

    public Task<CommittedTurn> NewRepAsync(RepId rep) => RepAsync(rep, new RepRegistered(rep, new RepProfile { Name = rep.Value, Queues = ["sales"] }));

    /// <summary>Commits what happened to a lead.</summary>
    public Task<CommittedTurn> LeadAsync(LeadId id, params LeadEvent[] events)
    {
        var before = Leads.GetValueOrDefault(id);
        var after = LeadEvolution.Replay(before, events)!;
        Leads[id] = after;
        return CommitAsync(new CommittedTurn(new ActorId(ActorKinds.Lead, id.Value), before, after, RecordedEvent.Of(events, e => e.At)), after.Sequence, StoredJson.Write(after), LeadRow.Of(after), LeadReactions.Index(before, after));
    }

    /// <summary>Commits what happened to a rep.</summary>
    public Task<CommittedTurn> RepAsync(RepId id, params RepEvent[] events)
    {
        var before = Reps.GetValueOrDefault(id);
        var after = RepEvolution.Replay(before, events)!;
        Reps[id] = after;
        return CommitAsync(new CommittedTurn(new ActorId(ActorKinds.Rep, id.Value), before, after, RecordedEvent.Of(events, e => e.At)), after.Sequence, StoredJson.Write(after), null, []);
    }

    public LeadOffered Offered(RepId rep)
    {
        var offer = ++_ids;
        return new LeadOffered(new OfferId($"offer-{offer}"), rep, offer, Start.AddMinutes(1), new RoutingDecision(Start, rep, "longestIdle", [rep], [], 0));
    }

    public OfferAccepted Accepted(LeadId lead) => new(Leads[lead].Offer!.Id, Leads[lead].Offer!.Rep, new Deadline(DeadlineKind.AttemptBy, Start.AddMinutes(2)));

    public OfferEnded Ended(LeadId lead, OfferEnd why) => new(Leads[lead].Offer!.Id, Leads[lead].Offer!.Rep, why, null, null);

    public static LeadQueued Queued() => new("sales", QueueReason.New, Start, null);

    /// <summary>The time that was agreed with the person has come.</summary>
    public LeadQueued CallbackDue(LeadId lead) => new("sales", QueueReason.CallbackDue, Start, new Preference(Leads[lead].Owner!.Value, Start.AddMinutes(1)));

    public static CallbackScheduled CallBack() => new(Start);

    public ReminderSent Reminded(LeadId lead) => new(Leads[lead].Owner!.Value, Leads[lead].Next!.Kind, Leads[lead].RemindersSent + 1, Start.AddMinutes(5));

    public LeadClosed Closed(LeadId lead, LeadStatus status) => new(status, Leads[lead].Owner, null, null, null);

    public CallRequested Called(LeadId lead) =>
        new(new AttemptId($"attempt-{++_ids}"), Leads[lead].Attempts.Count + 1, Leads[lead].Owner!.Value, true, Leads[lead].OwnerTicket ?? 0, 30, new Deadline(DeadlineKind.DispositionBy, Start.AddMinutes(9)));

    /// <summary>A lead that rings at a rep.</summary>
    public async Task<LeadId> OfferedLeadAsync(RepId rep)
    {
        var lead = await NewLeadAsync();
        await LeadAsync(lead, Offered(rep));
        return lead;
    }

    /// <summary>A lead that a rep has accepted.</summary>
    public async Task<LeadId> OwnedLeadAsync(RepId rep)
    {
        var lead = await OfferedLeadAsync(rep);
        await LeadAsync(lead, Accepted(lead));
        return lead;
    }

    /// <summary>The open leads that the rep's screen shows.</summary>
    public List<Lead> LeadsOf(RepId rep) => [.. Leads.Values.Where(lead => !lead.IsClosed && lead.Addressee() == rep)];

    private async Task<CommittedTurn> CommitAsync(CommittedTurn turn, long sequence, byte[] state, LeadRow? row, IReadOnlyList<IndexChange> index)
    {
        var version = _versions.GetValueOrDefault(turn.Id);
        _versions[turn.Id] = version + 1;
        var first = sequence - turn.Events.Count + 1;
        await Store.CommitAsync(new TurnWrite { Id = turn.Id, ExpectedVersion = version, State = state, LeadRow = row, Index = index, Events = [.. turn.Events.Select((recorded, i) => StoredJson.WriteEvent(first + i, recorded))] }, default);
        return turn;
    }
}
