using System.Globalization;
using LeadRouter.Simulation.Campaigns;
using LeadRouter.Simulation.Checkers.Histories;
using LeadRouter.Simulation.Checkers.Records;
using LeadRouter.Simulation.Checkers.Rings;
using LeadRouter.Simulation.Checkers.Rules;
using LeadRouter.Simulation.Reach;
using LeadRouter.Turns.Telephony;

namespace LeadRouter.Simulation;

/// <summary>A simulated call centre: the real actors, a virtual machine, a drawn world, and the checkers. First with faults, then healed.</summary>
public sealed class SimulationRun
{
    /// <summary>Seven o'clock some days before two of the time zones change to summer time.</summary>
    private static readonly DateTimeOffset Earliest = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset[] SummerTimes = [new(2026, 3, 8, 7, 0, 0, TimeSpan.Zero), new(2026, 3, 27, 0, 0, 0, TimeSpan.Zero)];
    private static readonly TimeSpan Healing = TimeSpan.FromMinutes(100);
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(60);
    private readonly SimulationOptions _options;
    private readonly DateTimeOffset _begin;
    private readonly Agenda _agenda;
    private readonly Verdict _verdict;
    private readonly Sightings _sightings = new();
    private readonly Tables _tables = new();
    private readonly Faults _faults;
    private readonly ServerClock _clock;
    private readonly Machine _machine;
    private readonly Gateway _gateway;
    private readonly EventLog _log;
    private readonly People _people;
    private readonly Carrier _carrier;
    private readonly Floor _floor;
    private readonly Supervisor _supervisor;
    private readonly Habits _habits;
    private readonly DeskDocument _desk;
    private readonly NoStarvation _noStarvation;
    private readonly JournalReader _journal;
    private readonly Prompt _prompt;
    private readonly Reached _reached;
    private readonly Night _night;
    private readonly Draw _lives;
    private readonly HostParts _parts;
    private readonly double _leadsPerHour;

    private SimulationRun(SimulationOptions options)
    {
        _options = options;
        _verdict = new Verdict(options.Judged);
        var draw = new Draw(options.Seed);
        // Some runs have midnight in the middle, and some the hour in which New York or Jerusalem puts its clocks forward.
        var when = draw.Between(0, 1);
        _begin = when < 0.45 ? Earliest : when < 0.9 ? Earliest.AddMinutes(draw.Whole(0, 25 * 24 * 60)) : draw.OneOf(SummerTimes).AddMinutes(-draw.Whole(10, 120));
        _agenda = new Agenda(_begin);
        _faults = options.WithFaults ? Mildness.Apply(Faults.Of(draw.Fork()), options.Without) : Faults.None;
        _log = new EventLog(_agenda, options.KeepsAll);
        _reached = new Reached(_verdict);
        _log.Troubled = _reached.Note;
        _clock = new ServerClock(_agenda);
        var ids = new SeededIds(draw.Fork());
        _habits = Mildness.Apply(Habits.Of(draw.Fork()), options.Without);
        _night = _habits.HasNight ? Night.Of(_agenda, draw.Fork()) : Night.None(_agenda);
        _desk = new DeskDocument(DeskDraws.First(draw.Fork()), _agenda);
        var disk = new Disk(_agenda, draw.Fork(), _tables, options.Flaw);
        _gateway = new Gateway(_agenda, draw.Fork(), Defect);
        IActor[] actors = [new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()];
        _parts = new HostParts(_agenda, draw.Fork(), _faults, actors.Select(options.Actor).ToDictionary(actor => actor.Kind, actor => (IActor)new ObservedActor(actor, _reached)), options.View(_tables), disk, _desk, ids, _clock, _verdict.Fail, options.Flaw) { Shell = options.Shell, Noted = _reached.Note };
        _machine = new Machine(_agenda, draw.Fork(), _log, _clock, (_, faults) => Boot(faults), _night) { Disk = disk, WentDown = Down };
        _people = new People(_agenda, draw.Fork(), _gateway, _sightings, ids, _log, _habits, _night);
        var roster = new Roster(_agenda, _clock, _machine, _desk);
        _carrier = new Carrier(_agenda, draw.Fork(), _gateway, _sightings, _log, _habits.Machines);
        _floor = new Floor(_agenda, draw.Fork(), _gateway, _sightings, _log, roster, _habits, _night, _people.ComeAgain);
        _supervisor = new Supervisor(_agenda, draw.Fork(), _gateway, _sightings, _log, _people, _floor, roster, _desk, _night);
        _lives = draw.Fork();
        // A morning may bring more than anybody can work; days on end of it would only let the queues grow.
        _leadsPerHour = Math.Min(_floor.Reps.Count * (options.Days > 1 ? draw.Between(2, 7) : draw.Between(4, 16)), _habits.MostLeadsPerHour);
        _noStarvation = new NoStarvation(_verdict, roster);
        _journal = new JournalReader(_agenda, _sightings);
        var desks = new DesksInForce(_agenda, _desk);
        var calm = new Calm(_agenda, _clock, _machine, roster);
        _prompt = new Prompt(_verdict, _journal, calm, _clock, roster);
        _journal.Changed = _reached.Changed;
        _sightings.Checkers.AddRange([
            _reached,
            new Kept(_verdict, _clock), new OneOwner(_verdict, _clock), new Capacity(_verdict, _journal, roster), new Deadlines(_verdict, _agenda, _clock, _machine),
            new CountedOnce(_verdict), new Explained(_verdict), new Fits(_verdict, roster), new Snoozed(_verdict, _clock), new Dispositions(_verdict),
            new QueueOrder(_verdict, _agenda, _clock, _machine, roster, _desk), _noStarvation,
            new SlaInstants(_verdict, desks), new OfferInstants(_verdict, desks), new CallInstants(_verdict, desks, _clock), new CadenceSteps(_verdict, desks),
            new Returns(_verdict, desks), new Reminders(_verdict, desks), new RepInstants(_verdict, desks, _journal),
            new RingsWhereItMay(_verdict, _journal, desks), new KeptForOwner(_verdict, _journal, calm, roster), new RingEnds(_verdict, _journal, _agenda, _machine),
            new BestRep(_verdict, _journal, calm, roster), new Screens(_verdict, _journal, calm, _floor, _tables), _prompt,
            new Replays(_verdict, _journal), new RecordedOnce(_verdict), new Indexes(_verdict, _tables), new Causes(_verdict, _journal, roster),
            new DoneAsTold(_verdict, _journal), new Proof(_verdict, _clock), new BoardAsCounted(_verdict, _clock, _desk, desks, _tables, _gateway)]);
        _tables.Broken = _verdict.Fail;
        _tables.Journal = Journalled;
        _tables.Stored = Stored;
    }

    /// <summary>Runs a seed to its end, or to the first violation.</summary>
    public static RunResult Execute(SimulationOptions options)
    {
        var outer = SynchronizationContext.Current;
        var run = new SimulationRun(options);
        SynchronizationContext.SetSynchronizationContext(new AgendaContext(run._agenda));
        try
        {
            return run.Execute();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private RunResult Execute()
    {
        _carrier.Faults = _faults;
        _gateway.AnswerLost = _faults.AnswerLost;
        _machine.Start(_faults);
        _people.Start(_leadsPerHour);
        _floor.Start();
        _supervisor.Start(_habits);
        new Retirement(_agenda, _clock, _tables, _machine, _sightings, _journal).Start();
        _prompt.Start();
        LookAround();
        var healed = _begin.AddDays(_options.Days) + _night.Length;
        _agenda.RunUntil(healed, () => _verdict.IsFailed);
        Heal();
        _agenda.RunUntil(healed + Healing, () => _verdict.IsFailed);
        if (!_verdict.IsFailed)
            End();
        var world = string.Create(CultureInfo.InvariantCulture, $"{_floor.Reps.Count} reps, {_leadsPerHour:0} leads an hour at the most; {_habits}; {_faults}");
        return new RunResult(_options.Seed, _log.Hash, _people.Leads, _machine.Lives, _agenda.Steps, _verdict.Invariant, _verdict.How, [.. _log.Last], world, _reached.Names);
    }

    private void End()
    {
        var view = new FinalView(_tables, _agenda.Now);
        _sightings.Each(checker => checker.End(view));
    }

    private void Heal()
    {
        _log.Note("healed", "world");
        _machine.Heal();
        _people.Close();
        _carrier.Faults = Faults.None;
        _gateway.AnswerLost = 0;
        _floor.Heal();
        _supervisor.Heal();
        // What is wrong when the healing begins lasts at most five minutes more, and a clock put back makes what is due wait for ten.
        _agenda.After(TimeSpan.FromMinutes(12), Look);
    }

    private void Look()
    {
        _noStarvation.Look(new FinalView(_tables, _agenda.Now), _floor.ReadySince());
        _agenda.After(Looks, Look);
    }

    private void LookAround() => _agenda.After(Looks, () =>
    {
        // Of an empty floor in the night one look in an hour is enough.
        if (!_night.IsNow || _agenda.Now.Minute == 0)
            _sightings.Each(checker => checker.Look());
        NoteTheTime();
        LookAround();
    });

    private void NoteTheTime()
    {
        if (_night.IsNow)
            _reached.Note("night");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(_desk.Current.Desk.TimeZone);
        var (before, now) = (TimeZoneInfo.ConvertTime(_agenda.Now - Looks, zone), TimeZoneInfo.ConvertTime(_agenda.Now, zone));
        if (before.Date != now.Date)
            _reached.Note("midnight");
        if (before.Offset != now.Offset)
            _reached.Note("summer time");
    }

    private VirtualHost Boot(Faults faults)
    {
        Server? server = null;
        var host = new VirtualHost(_parts with { Faults = faults }, life => new CarrierEffect(_carrier, life, _clock), turn => server!.Committed(turn));
        var calls = new CallStarter(host, _parts.Ids, _clock, hasCarrier: !_lives.Chance(_habits.ByHand));
        server = new Server(host, calls, _desk, new Wallboard(_tables, _agenda, _clock, host, _options.Flaw), _sightings, new ServerEdge(_floor.Send, rep => LeadsOfAsync(rep, host), host.Later, _options.Flaw));
        server.Board.Start(_desk.Current.Calendar);
        _gateway.Server = server;
        return host;
    }

    /// <summary>Whatever happens while the answer is on its way the screen hears of otherwise.</summary>
    private async Task<IReadOnlyCollection<Lead>> LeadsOfAsync(RepId rep, VirtualHost host)
    {
        if (_parts.Disk.IsDown)
            throw new StoreUnavailableException("The simulated store is down.");
        var leads = _tables.OpenLeads.Select(row => row.Lead).Where(lead => lead.Addressee() == rep).ToList();
        await host.DelayAsync(_lives.Seconds(0.001, 0.02));
        return leads;
    }

    private void Down()
    {
        _gateway.Down();
        _floor.LoseConnections();
    }

    private void Journalled(ActorId id, RecordedEvent recorded)
    {
        _log.Note(recorded.Data.GetType().Name, id.Key);
        foreach (var checker in _sightings.Checkers)
            checker.Journalled(id, recorded);
        _journal.Take(id, recorded.Data);
    }

    private void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        foreach (var checker in _sightings.Checkers)
            checker.Stored(id, state, dueAt);
    }

    private void Defect(string what) => _verdict.Fail("NoDefect", what);
}
