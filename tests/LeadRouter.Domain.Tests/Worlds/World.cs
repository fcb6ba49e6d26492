using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>
/// A miniature call centre in virtual time: leads, reps, one queue and contacts, each deciding for itself and telling
/// the others by post, as the engine's actors do. Everything random is drawn from one seed.
/// </summary>
internal sealed class World
{
    private readonly Random _random;
    private readonly PriorityQueue<Action, (DateTimeOffset, int)> _agenda = new();
    private readonly Dictionary<string, Contact> _contacts = [];
    private int _drawn;
    private int _busyWork;

    public World(int seed, int reps)
    {
        _random = new Random(seed);
        Mail = new Post(_random, again => Later(_random.NextDouble() * 60, again));
        Book = new QueueBook();
        People = new People(this, _random);
        for (var i = 0; i < reps; i++)
        {
            var id = new RepId($"r{i}");
            Run(id, new RegisterRep(id, Given.Profile(_random.Next(1, 4))));
        }
    }

    public DateTimeOffset Now { get; private set; } = Given.Monday;

    public Post Mail { get; }

    public People People { get; }

    public QueueBook Book { get; private set; }

    public Dictionary<LeadId, Lead> Leads { get; } = [];

    public SortedDictionary<RepId, Rep> Reps { get; } = [];

    public LeadContext Context => new(Now, Given.Desk, Given.Calendar);

    public string Draw(string kind) => $"{kind}{++_drawn}";

    public void Later(double seconds, Action action) => _agenda.Enqueue(action, (Now.AddSeconds(seconds), ++_drawn));

    /// <summary>A post by somebody, as the intake hands it over.</summary>
    public void Receive(string person)
    {
        var intake = new LeadId(Draw("lead"));
        Mail.Send("intake", person, () => Tell(person, new RegisterPost(intake, Given.Post())));
    }

    public void Tell(string person, ContactCommand command)
    {
        var before = _contacts.GetValueOrDefault(person) ?? new Contact();
        var events = ContactDecider.Decide(before, command, Now);
        var contact = _contacts[person] = events.Aggregate(before, ContactDecider.Evolve);
        switch (command, events)
        {
            case (RegisterPost c, [PostRegistered { Answer.IsRepeat: false }]):
                Mail.Send(person, c.Intake.Value, () => Run(c.Intake, new ReceiveLead(c.Intake, c.Post with { ExternalId = person })));
                break;
            case (RegisterPost c, [PostRegistered happened]):
                Mail.Send(person, happened.Answer.Lead.Value, () => Repeat(person, happened.Answer.Lead, c.Intake, c.Post));
                break;
            case (ReturnRepeat c, [RepeatBecameLead]):
                Mail.Send(person, c.Intake.Value, () => Run(c.Intake, new ReceiveLead(c.Intake, c.Post with { ExternalId = person })));
                break;
            case (ReturnRepeat c, []) when contact.OpenLead is { } open && open != c.Intake:
                Mail.Send(person, open.Value, () => Repeat(person, open, c.Intake, c.Post));
                break;
        }
    }

    private void Repeat(string person, LeadId lead, LeadId intake, LeadPost post)
    {
        if (Run(lead, new RepeatLead(intake, post)) is not null)
            Mail.Send(lead.Value, person, () => Tell(person, new ReturnRepeat(intake, post, lead)));
    }

    /// <summary>Runs a command on a lead and tells who has to hear of it.</summary>
    public Refusal? Run(LeadId id, LeadCommand command)
    {
        var before = Leads.GetValueOrDefault(id);
        var decision = LeadDecider.Decide(before, command, Context);
        if (decision.Events.Count > 0)
        {
            var after = Leads[id] = LeadEvolution.Replay(before, decision.Events)!;
            LeadNews.Tell(this, before, after, decision.Events);
        }

        if (decision.Refusal is not null && command is OfferLead offer)
            Mail.Send(id.Value, offer.RepId.Value, () => Run(offer.RepId, new ReportHold(id, offer.Ticket, false, HoldEnd.Gone)));
        return decision.Refusal;
    }

    /// <summary>Runs a command on a rep and tells who has to hear of it; the ticket of a place that was set aside.</summary>
    public long? Run(RepId id, RepCommand command)
    {
        var before = Reps.GetValueOrDefault(id);
        var decision = RepDecider.Decide(before, command, new RepContext(Now, Given.Desk.Pause, Given.DayEnd(Now)));
        if (decision.Events.Count == 0)
            return null;
        var after = Reps[id] = RepEvolution.Replay(before, decision.Events)!;
        RepNews.Tell(this, before, after, decision.Events);
        return decision.Events.OfType<PlaceReserved>().FirstOrDefault()?.Ticket;
    }

    public void ToQueue(string from, Action<QueueBook> news) => Mail.Send(from, "queue", () =>
    {
        news(Book);
        Match();
    });

    /// <summary>The queue forgets everything, as in a crash, and is rebuilt from the words of the leads and the reps.</summary>
    public void LoseQueue()
    {
        Book = new QueueBook();
        foreach (var rep in Reps.Values)
            Book.Update(RepStatus.Of(rep), member: true);
        foreach (var lead in Leads.Values.Where(lead => lead.Status == LeadStatus.Waiting))
            Book.Wait(WaitingLead.Of(lead), Given.Sales.AgeingSecondsPerPoint);
        Match();
    }

    /// <summary>Runs until everything up to an instant has happened.</summary>
    public void RunUntil(DateTimeOffset end, Action check)
    {
        while (true)
        {
            Settle(check);
            var next = NextInstant();
            if (next > end)
                break;
            if (next > Now)
                Now = next;
            WakeAll();
            Settle(check);
        }

        Now = end;
    }

    private void Settle(Action check)
    {
        for (_busyWork = 0; !Mail.IsEmpty; _busyWork++)
        {
            Mail.DeliverOne();
            check();
            _busyWork.ShouldBeLessThan(20_000, "messages go round and round without the time going on");
        }
    }

    private DateTimeOffset NextInstant()
    {
        var instants = Leads.Values.SelectMany(lead => lead.Deadlines()).Select(deadline => deadline.At)
            .Concat(Reps.Values.Select(rep => rep.DueAt() ?? DateTimeOffset.MaxValue))
            .Append(Book.NextChange(Now) ?? DateTimeOffset.MaxValue)
            .Append(_agenda.TryPeek(out _, out var next) ? next.Item1 : DateTimeOffset.MaxValue);
        return instants.Min();
    }

    private void WakeAll()
    {
        while (_agenda.TryPeek(out var action, out var at) && at.Item1 <= Now)
        {
            _agenda.Dequeue();
            action();
        }

        foreach (var id in Leads.Values.Where(lead => lead.Deadlines() is [var first, ..] && first.At <= Now).Select(lead => lead.Id).ToList())
            Run(id, new WakeLead());
        foreach (var id in Reps.Values.Where(rep => rep.DueAt() <= Now).Select(rep => rep.Id).ToList())
            Run(id, new WakeRep());
        Match();
    }

    private void Match()
    {
        foreach (var match in Book.MatchAll(Given.Sales, Now))
            Mail.Send("queue", match.Decision.RepId.Value, () => RepNews.Reserve(this, match));
    }
}
