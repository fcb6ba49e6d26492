using System.Collections.Concurrent;
using LeadRouter.Contracts;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Reps;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Leads;

namespace LeadRouter.Server.Hubs;

/// <summary>What each rep's screen shows: the rep and his or her open leads, as they last said themselves.</summary>
internal sealed class RepDesk(IActorSystem actors, BoardService board, DeskService desks, CarrierName carrier, TimeProvider time)
{
    private const int MaxLeads = 200;

    private readonly ConcurrentDictionary<RepId, Rep> _reps = new();
    private readonly ConcurrentDictionary<RepId, ConcurrentDictionary<LeadId, Lead>> _leads = new();

    /// <summary>Takes a rep's newer word.</summary>
    public void See(Rep rep) => _reps.AddOrUpdate(rep.Id, rep, (_, known) => known.Sequence < rep.Sequence ? rep : known);

    /// <summary>Whether anything is known of the rep.</summary>
    public bool Knows(RepId rep) => _reps.ContainsKey(rep);

    /// <summary>Takes a lead's newer word: it moves from one rep's screen to another's.</summary>
    public void See(Lead? before, Lead lead)
    {
        var (was, now) = (Holder(before), Holder(lead));
        if (was is { } old && old != now && _leads.TryGetValue(old, out var left))
            left.TryRemove(lead.Id, out _);
        if (now is { } rep)
            _leads.GetOrAdd(rep, _ => new ConcurrentDictionary<LeadId, Lead>())[lead.Id] = lead;
    }

    /// <summary>The rep whose screen shows the lead: who is offered it, or owns it while it is open.</summary>
    public static RepId? Holder(Lead? lead) => lead is null || lead.IsClosed ? null : lead.Offer?.Rep ?? lead.Owner;

    /// <summary>A screen of the rep has opened. An account whose rep was never made gets one now.</summary>
    public async Task ConnectAsync(RepId rep, string name, string connection)
    {
        var address = new ActorId(ActorKinds.Rep, rep.Value);
        var reply = await actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
        if (reply.Refusal?.Code == "rep_not_found")
        {
            await actors.AskAsync(address, new AskRep(new RegisterRep(rep, new RepProfile { Name = name, Queues = [desks.Current.Desk.DefaultQueue] })));
            reply = await actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
        }

        if (reply.Rep is { } known)
            See(known);
    }

    /// <summary>A screen of the rep has closed. Cannot be turned away.</summary>
    public void Disconnect(RepId rep, string connection) => actors.Tell(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new DisconnectRep(connection)));

    /// <summary>Everything on the rep's screen.</summary>
    public RepStateDto State(RepId id)
    {
        var rep = _reps[id];
        var leads = (_leads.TryGetValue(id, out var held) ? held.Values : []).ToList();
        var owned = leads.Where(lead => lead.Offer is null).OrderBy(lead => lead.OwnerTicket is null).ThenBy(lead => lead.Next?.At).Take(MaxLeads).ToList();
        return new RepStateDto
        {
            RepId = id.Value,
            Name = rep.Profile.Name,
            Presence = LeadMapper.Name(rep.Presence),
            PresenceReason = rep.PresenceReason,
            PresenceSince = rep.PresenceSince,
            Capacity = rep.Profile.Capacity,
            ActiveLeads = rep.Holds.Count,
            MissedInRow = rep.MissedInRow,
            Offers = [.. leads.Where(lead => lead.Offer is not null).Select(Offer)],
            Leads = [.. owned.Select(LeadMapper.ToDto)],
            Reminders = [.. owned.Select(Reminder).OfType<ReminderDto>()],
            Today = board.Today(id),
            Desk = Desk(),
            ServerTime = time.GetUtcNow(),
        };
    }

    public static OfferDto Offer(Lead lead) => new(lead.Offer!.Id.Value, LeadMapper.ToDto(lead), lead.Queue, lead.Offer.ExpiresAt, lead.Preferred?.Rep == lead.Offer.Rep ? "yours" : "next");

    /// <summary>The lead's reminder that is open, or null.</summary>
    public static ReminderDto? Reminder(Lead lead)
    {
        if (lead.RemindersSent == 0 || lead.Next is not { Kind: DeadlineKind.AttemptBy or DeadlineKind.DispositionBy } next)
            return null;
        var text = next.Kind == DeadlineKind.AttemptBy ? "This lead is yours and has not been called yet." : "Say what came of the last call to this lead.";
        return new ReminderDto($"{lead.Id}.{LeadMapper.Name(next.Kind)}.{lead.RemindersSent}", LeadMapper.Name(next.Kind), lead.Id.Value, text, next.At);
    }

    private RepDeskDto Desk()
    {
        var desk = desks.Current.Desk;
        return new RepDeskDto(
            [.. desk.Dispositions.Select(disposition => new DispositionDto(disposition.Id, disposition.Labels, LeadMapper.Name(disposition.Outcome)))],
            desk.Queues.ToDictionary(queue => queue.Id, queue => queue.Script), desk.Currency, desk.TimeZone, carrier.Value, desk.Name);
    }
}

/// <summary>The carrier's name: none, simulated or twilio.</summary>
internal sealed record CarrierName(string Value);
