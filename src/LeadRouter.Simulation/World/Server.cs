using LeadRouter.Turns.Telephony;

namespace LeadRouter.Simulation.World;

/// <summary>
/// What stands between the engine and the world in one life of the process: intake, the reps' hub, the carrier's webhook. What
/// a rep's screen shows, and when it is told, says the product's <see cref="RepScreens"/>.
/// </summary>
internal sealed class Server : IScreenPort
{
    private const int LostEvery = 40;
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(1);
    private readonly RepScreens _screens;
    private readonly IActorSystem _actors;
    private readonly CallStarter _calls;
    private readonly CarrierReports _reports;
    private readonly Sightings _sightings;
    private readonly DeskDocument _desk;
    private readonly ServerEdge _edge;
    private bool _refreshes;
    private int _pushes;

    public Server(IActorSystem actors, CallStarter calls, DeskDocument desk, Wallboard board, Sightings sightings, ServerEdge edge)
    {
        (_actors, _calls, _desk, Board, _sightings, _edge) = (actors, calls, desk, board, sightings, edge);
        _reports = new CarrierReports(actors);
        _screens = new RepScreens(this);
    }

    public Wallboard Board { get; }

    /// <summary>A post, with or without an idempotency key.</summary>
    public async Task<PostReply> PostAsync(string? key, LeadId intake, LeadPost post)
    {
        // The form of a queue that is no more is read as the desk says.
        if (_desk.Current.Desk.FindQueue(post.Queue) is null)
            post = post with { Queue = _desk.Current.Desk.DefaultQueue };
        var contact = ContactAddress.Key(post);
        if (key is null)
            return new PostReply(await _actors.AskAsync(new ActorId(ActorKinds.Contact, contact), new RegisterLeadPost(intake, post)));
        var receipt = new ActorId(ActorKinds.Receipt, ContactAddress.ReceiptKey(post.Source, key));
        var claimed = await _actors.AskAsync(receipt, new ClaimReceipt($"{contact} {post.Message}", contact, intake, post));
        return new PostReply(claimed.SamePayload ? await _actors.AskAsync(new ActorId(ActorKinds.Contact, claimed.Contact), new RegisterLeadPost(claimed.Intake, post)) : null);
    }

    public async Task<RepReply> ConnectAsync(RepId rep, RepProfile profile, string connection)
    {
        _screens.Open(rep, connection);
        try
        {
            var address = new ActorId(ActorKinds.Rep, rep.Value);
            var reply = await _actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
            if (reply.Refusal?.Code == "rep_not_found")
            {
                await _actors.AskAsync(address, new AskRep(new RegisterRep(rep, profile)));
                reply = await _actors.AskAsync(address, new AskRep(new ConnectRep(connection)));
            }

            _screens.Greet(rep, connection, reply.Rep!, await _edge.LeadsOf(rep));
            return reply;
        }
        catch
        {
            _screens.Close(rep, connection);
            throw;
        }
    }

    public void Disconnect(RepId rep, string connection)
    {
        _screens.Close(rep, connection);
        _actors.Tell(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new DisconnectRep(connection)));
    }

    /// <summary>Puts a desk in force, unless it lacks a queue that still has open leads.</summary>
    public Task<DeskReply> PutDeskAsync(Desk desk)
    {
        if (DeskValidator.Validate(desk) is { Any: true } errors)
            throw new InvalidOperationException($"The drawn desk is not valid: {string.Join(", ", errors.Fields)}.");
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
                RefreshSoon();
                break;
            case Lead lead:
                for (var i = 0; i < turn.Events.Count; i++)
                    Watch(lead, (LeadEvent)turn.Events[i].Data);
                break;
        }

        _screens.Committed(turn);
    }

    public void Push(RepId rep, IReadOnlyList<string> connections, RepPush push)
    {
        switch (push)
        {
            case RepPush.State state:
                foreach (var checker in _sightings.Checkers)
                    checker.ShownState(rep, state.Leads);
                break;
            case RepPush.LeadUpdated update:
                foreach (var checker in _sightings.Checkers)
                    checker.Shown(rep, update.Lead);
                break;
        }

        if (_edge.Flaw == Flaw.LosesPushes && ++_pushes % LostEvery == 0)
            return;
        for (var i = 0; i < connections.Count; i++)
            _edge.Send(rep, connections[i], push);
    }

    private void RefreshSoon()
    {
        if (_refreshes)
            return;
        _refreshes = true;
        _edge.Later(RefreshAfter, () =>
        {
            _refreshes = false;
            _screens.Refresh();
        });
    }

    /// <summary>What the engine decides about offers is judged whether or not a screen is open to see it.</summary>
    private void Watch(Lead lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadOffered e when lead.Offer?.Id == e.OfferId:
                foreach (var checker in _sightings.Checkers)
                    checker.Offered(lead, lead.Offer, e.Decision);
                break;
            case OfferAccepted e:
                foreach (var checker in _sightings.Checkers)
                    checker.OfferOver(lead.Id, e.OfferId, "accepted");
                break;
            case OfferEnded e:
                foreach (var checker in _sightings.Checkers)
                    checker.OfferOver(lead.Id, e.OfferId, e.Why.ToString());
                break;
        }
    }
}

/// <summary>What lies around a server.</summary>
/// <param name="Send">Sends a push over a rep's connection.</param>
/// <param name="LeadsOf">Reads the open leads of a rep from the store, which takes a moment.</param>
/// <param name="Later">Does something after a while in this life of the process.</param>
/// <param name="Flaw">A deliberate bug.</param>
internal sealed record ServerEdge(Action<RepId, string, RepPush> Send, Func<RepId, Task<IReadOnlyCollection<Lead>>> LeadsOf, Action<TimeSpan, Action> Later, Flaw Flaw);

/// <summary>The answer to a post.</summary>
/// <param name="Answer">Null: the key was claimed by another body, and the post is refused.</param>
internal sealed record PostReply(IntakeAnswer? Answer);

/// <summary>The answer to a desk.</summary>
/// <param name="InUse">The queue that is missing and still has open leads; null: it is in force.</param>
internal sealed record DeskReply(string? InUse);
