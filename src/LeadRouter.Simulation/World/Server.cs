using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;
using LeadRouter.Simulation.Checkers;

namespace LeadRouter.Simulation.World;

/// <summary>What stands between the engine and the world in one life of the process: intake, the reps' hub, the carrier's webhook.</summary>
internal sealed class Server
{
    private readonly Dictionary<RepId, Rep> _reps = [];
    private readonly Dictionary<RepId, SortedDictionary<LeadId, Lead>> _leads = [];
    private readonly Dictionary<RepId, List<string>> _connections = [];
    private readonly IActorSystem _actors;
    private readonly CallStarter _calls;
    private readonly CarrierReports _reports;
    private readonly Sightings _sightings;
    private readonly Action<RepId, string, Push> _send;
    private readonly DeskDocument _desk;

    public Server(IActorSystem actors, CallStarter calls, DeskDocument desk, Wallboard board, Sightings sightings, Action<RepId, string, Push> send)
    {
        (_actors, _calls, _desk, Board, _sightings, _send) = (actors, calls, desk, board, sightings, send);
        _reports = new CarrierReports(actors);
    }

    public Wallboard Board { get; }

    /// <summary>Takes what the store held at the start.</summary>
    public void Seed(IEnumerable<Rep> reps, IEnumerable<Lead> leads)
    {
        foreach (var rep in reps)
            _reps[rep.Id] = rep;
        foreach (var lead in leads)
            Show(null, lead);
        Board.Start(_desk.Current.Calendar);
    }

    /// <summary>A post, with or without an idempotency key.</summary>
    public async Task<IntakeAnswer> PostAsync(string? key, LeadId intake, LeadPost post)
    {
        // The form of a queue that is no more is read as the desk says.
        if (_desk.Current.Desk.FindQueue(post.Queue) is null)
            post = post with { Queue = _desk.Current.Desk.DefaultQueue };
        var contact = ContactAddress.Key(post);
        if (key is null)
            return await _actors.AskAsync(new ActorId(ActorKinds.Contact, contact), new RegisterLeadPost(intake, post));
        var receipt = new ActorId(ActorKinds.Receipt, ContactAddress.ReceiptKey(post.Source, key));
        var claimed = await _actors.AskAsync(receipt, new ClaimReceipt("same", contact, intake, post));
        return await _actors.AskAsync(new ActorId(ActorKinds.Contact, claimed.Contact), new RegisterLeadPost(claimed.Intake, post));
    }

    public async Task<RepReply> ConnectAsync(RepId rep, RepProfile profile, string connection)
    {
        var address = new ActorId(ActorKinds.Rep, rep.Value);
        if (!_connections.TryGetValue(rep, out var open))
            _connections.Add(rep, open = []);
        open.Add(connection);
        var reply = await _actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
        if (reply.Refusal?.Code == "rep_not_found")
        {
            await _actors.AskAsync(address, new AskRep(new RegisterRep(rep, profile)));
            reply = await _actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
        }

        if (reply.Rep is { } known)
            _reps[rep] = known;
        SendState(rep, connection);
        return reply;
    }

    public void Disconnect(RepId rep, string connection)
    {
        if (_connections.TryGetValue(rep, out var open))
            open.Remove(connection);
        _actors.Tell(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new DisconnectRep(connection)));
    }

    /// <summary>Puts a desk in force, unless it lacks a queue that still has open leads.</summary>
    public Task<DeskReply> PutDeskAsync(Desk desk)
    {
        if (DeskValidator.Validate(desk) is { Count: > 0 } problems)
            throw new InvalidOperationException($"The drawn desk is not valid: {string.Join(", ", problems.Keys)}.");
        Board.Follow();
        var inUse = Board.Live.Queues().Keys.FirstOrDefault(queue => desk.FindQueue(queue) is null);
        if (inUse is not null)
            return Task.FromResult(new DeskReply(inUse));
        var before = _desk.Current.Desk;
        _desk.Put(desk);
        if (before.TimeZone != desk.TimeZone || before.WorkWeek != desk.WorkWeek)
            Board.FollowCalendar(_desk.Current.Calendar);
        return Task.FromResult(new DeskReply(null));
    }

    public Task<RepReply> RepAsync(RepId rep, RepCommand command) => _actors.AskAsync(new ActorId(ActorKinds.Rep, rep.Value), new AskRep(command));

    public Task<LeadReply> LeadAsync(LeadId lead, LeadCommand command) => _actors.AskAsync(new ActorId(ActorKinds.Lead, lead.Value), new AskLead(command));

    public Task<LeadReply> GetAsync(LeadId lead) => _actors.AskAsync(new ActorId(ActorKinds.Lead, lead.Value), new GetLead());

    public Task<LeadReply> CallAsync(RepId rep, LeadId lead) => _calls.StartAsync(rep, lead, CancellationToken.None);

    public async Task<CarrierReport> ReportAsync(CarrierReport report)
    {
        await _reports.ReportAsync(report, CancellationToken.None);
        return report;
    }

    /// <summary>Shows a committed turn to the screens it concerns.</summary>
    public void Committed(CommittedTurn turn)
    {
        Board.Hint();
        switch (turn.After)
        {
            case Rep rep:
                _reps[rep.Id] = rep;
                if (turn.Before is not Rep before || before.Presence != rep.Presence || before.PresenceReason != rep.PresenceReason || before.Profile != rep.Profile)
                    SendState(rep.Id, null);
                break;
            case Lead lead:
                Show(turn.Before as Lead, lead);
                for (var i = 0; i < turn.Events.Count; i++)
                    Tell(lead, (LeadEvent)turn.Events[i].Data);
                Update(turn.Before as Lead, lead);
                break;
        }
    }

    private static RepId? Holder(Lead? lead) => lead is null || lead.IsClosed ? null : lead.Offer?.Rep ?? lead.Owner;

    private void Show(Lead? before, Lead lead)
    {
        var (was, now) = (Holder(before), Holder(lead));
        if (was is { } old && old != now && _leads.TryGetValue(old, out var left))
            left.Remove(lead.Id);
        if (now is not { } rep)
            return;
        if (!_leads.TryGetValue(rep, out var held))
            _leads.Add(rep, held = []);
        held[lead.Id] = lead;
    }

    private void Tell(Lead lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadOffered e when lead.Offer?.Id == e.OfferId:
                foreach (var checker in _sightings.Checkers)
                    checker.Offered(lead, lead.Offer, e.Decision);
                Send(e.RepId, new OfferMade(lead.Id, lead.Offer));
                break;
            case OfferAccepted e:
                Over(lead.Id, e.OfferId, e.RepId, "accepted");
                break;
            case OfferEnded e:
                Over(lead.Id, e.OfferId, e.RepId, e.Why.ToString());
                break;
        }
    }

    private void Over(LeadId lead, OfferId offer, RepId rep, string why)
    {
        foreach (var checker in _sightings.Checkers)
            checker.OfferOver(lead, offer, why);
        Send(rep, new OfferOver(offer, why));
    }

    private void Update(Lead? before, Lead lead)
    {
        var holder = lead.IsClosed ? lead.Owner : Holder(lead);
        if (holder is { } rep && lead.Offer is null)
        {
            foreach (var checker in _sightings.Checkers)
                checker.Shown(rep, lead);
            Send(rep, new LeadUpdated(lead));
        }

        if (Holder(before) is { } old && old != holder)
            SendState(old, null);
    }

    private void SendState(RepId rep, string? only)
    {
        if (!_reps.TryGetValue(rep, out var known))
            return;
        var state = new FullState(known, _leads.TryGetValue(rep, out var held) ? [.. held.Values] : []);
        foreach (var checker in _sightings.Checkers)
            checker.ShownState(rep, state.Leads);
        if (only is not null)
            _send(rep, only, state);
        else
            Send(rep, state);
    }

    private void Send(RepId rep, Push push)
    {
        if (!_connections.TryGetValue(rep, out var open))
            return;
        foreach (var connection in open)
            _send(rep, connection, push);
    }
}

/// <summary>The answer to a desk.</summary>
/// <param name="InUse">The queue that is missing and still has open leads; null: it is in force.</param>
internal sealed record DeskReply(string? InUse);
