using LeadRouter.Turns.Telephony;

namespace LeadRouter.Simulation.Controlled;

/// <summary>
/// A call centre without accidents: the real actors on a machine that never fails, and leads and reps who do exactly what
/// their scripts say. What is left is the routing. Writes and messages still take their milliseconds.
/// </summary>
internal sealed class ControlledWorld
{
    private readonly Server _server;
    private readonly ScriptedReps _reps;
    private readonly ScriptedLeads _leads;
    private string? _failure;

    /// <param name="draw">For the machine's milliseconds and the ids.</param>
    /// <param name="actor">A test may bend an actor; else it is left as it is.</param>
    public ControlledWorld(Draw draw, DateTimeOffset begin, Desk desk, Func<IActor, IActor> actor)
    {
        Agenda = new Agenda(begin);
        var clock = new ServerClock(Agenda);
        var document = new DeskDocument(desk, Agenda);
        var tables = new Tables();
        var ids = new SeededIds(draw.Fork());
        IActor[] actors = [new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()];
        var parts = new HostParts(
            Agenda, draw.Fork(), Faults.None with { DropRate = 0 }, actors.Select(actor).ToDictionary(one => one.Kind), tables,
            new Disk(Agenda, draw.Fork(), tables, Flaw.None), document, ids, clock, (_, how) => Fail(how), Flaw.None);
        var carrier = new PromptCarrier(Agenda, () => _server!, Watch);
        var host = new VirtualHost(parts, life => new CarrierEffect(carrier, life, clock), turn => _server!.Committed(turn));
        var board = new Wallboard(tables, Agenda, clock, host, Flaw.None);
        board.Start(document.Current.Calendar);
        _server = new Server(host, new CallStarter(host, ids, clock, hasCarrier: true), document, board, new Sightings(), new ServerEdge((_, _, push) => _leads!.Show(push), rep => Task.FromResult<IReadOnlyCollection<Lead>>(LeadsOf(rep, tables)), host.Later, Flaw.None));
        _reps = new ScriptedReps(Agenda, _server, profile => _leads!.WaitFor(profile), this);
        _leads = new ScriptedLeads(Agenda, _server, carrier, ids, _reps, this);
        host.Start();
    }

    public Agenda Agenda { get; }

    /// <summary>Puts a rep on the agenda: there in these stretches of time and in no others.</summary>
    public void Staff(RepId rep, RepProfile profile, IReadOnlyList<Stretch> there) => Staff(new RepScript(rep, profile, there));

    /// <summary>The same with absences and changes of profile.</summary>
    public void Staff(RepScript script) => _reps.Add(script);

    /// <summary>Puts a lead on the agenda.</summary>
    public ScriptedLead Expect(LeadScript script) => _leads.Add(script);

    /// <summary>Lets time pass.</summary>
    /// <exception cref="InvalidOperationException">The engine did what no script allows for; the run proves nothing.</exception>
    public void RunUntil(DateTimeOffset end)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new AgendaContext(Agenda));
        try
        {
            Agenda.RunUntil(end, () => _failure is not null);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (_failure is { } failure)
            throw new InvalidOperationException(failure);
    }

    /// <summary>Nothing goes wrong in this world: what does is a bug of the engine or of a script.</summary>
    public void Fail(string what) => _failure ??= what;

    /// <summary>Starts something that goes on by itself; its trouble ends the run.</summary>
    public void Watch(Task task) => _ = WatchAsync(task);

    private static List<Lead> LeadsOf(RepId rep, Tables tables) => [.. tables.OpenLeads.Select(row => row.Lead).Where(lead => lead.Addressee() == rep)];

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            Fail(trouble.ToString());
        }
    }
}
