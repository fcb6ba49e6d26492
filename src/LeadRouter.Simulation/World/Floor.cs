using System.Globalization;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.Checkers;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.World;

/// <summary>The reps with their shifts, breaks and closed laptops, and a supervisor who moves leads about.</summary>
internal sealed class Floor
{
    private readonly Agenda _agenda;
    private readonly Draw _draw;
    private readonly Gateway _gateway;
    private readonly Sightings _sightings;
    private readonly People _people;
    private readonly Dictionary<RepId, RepPerson> _byId = [];
    private bool _healed;

    public Floor(Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, EventLog log, People people)
    {
        (_agenda, _draw, _gateway, _sightings, _people) = (agenda, draw, gateway, sightings, people);
        var capacities = new Dictionary<RepId, int>();
        var count = draw.Whole(2, 12);
        for (var number = 1; number <= count; number++)
        {
            var profile = new RepProfile
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"Rep {number}"),
                Queues = draw.Chance(0.4) ? ["sales", "vip"] : number % 4 == 0 ? ["vip"] : ["sales"],
                Capacity = draw.Chance(0.6) ? 1 : draw.Whole(2, 4),
            };
            // Every queue has a rep.
            if (number <= 2)
                profile = profile with { Queues = ["sales", "vip"] };
            var id = new RepId(string.Create(CultureInfo.InvariantCulture, $"rep-{number:00}"));
            capacities[id] = profile.Capacity;
            _byId[id] = new RepPerson(id, profile, agenda, draw.Fork(), gateway, sightings, log);
            Reps.Add((_byId[id], profile));
        }

        Capacities = capacities;
    }

    public List<(RepPerson Person, RepProfile Profile)> Reps { get; } = [];

    public IReadOnlyDictionary<RepId, int> Capacities { get; }

    public void Start()
    {
        foreach (var (rep, _) in Reps)
        {
            Shift(rep);
            Often(rep.TakeBreak, 2 * 3600);
            Often(rep.CloseLaptop, _draw.Between(600, 4 * 3600));
        }

        Often(Move, _draw.Between(300, 3600));
    }

    public void Send(RepId rep, string connection, Push push) => _byId[rep].Send(connection, push);

    public void LoseConnections()
    {
        foreach (var (rep, _) in Reps.Where(rep => rep.Person.Connection is not null))
            rep.LoseConnection();
    }

    /// <summary>Everybody comes, and stays.</summary>
    public void Heal()
    {
        _healed = true;
        foreach (var (rep, _) in Reps)
        {
            rep.IsDiligent = true;
            rep.BeginShift();
            rep.Open();
        }
    }

    /// <summary>The reps of every queue who stand ready; one of a single queue tells nothing about a lead of the other.</summary>
    public IReadOnlyDictionary<RepId, DateTimeOffset> ReadySince() => Reps
        .Where(rep => rep.Profile.Queues.Count > 1 && rep.Person.ReadySince is not null)
        .ToDictionary(rep => rep.Person.Id, rep => rep.Person.ReadySince!.Value);

    private void Shift(RepPerson rep)
    {
        var begins = _draw.Seconds(0, 2 * 3600);
        var lasts = _draw.Seconds(6 * 3600, 10 * 3600);
        _agenda.After(begins, rep.BeginShift);
        _agenda.After(begins + lasts, rep.EndShift);
        _agenda.After(TimeSpan.FromDays(1), () =>
        {
            if (!_healed)
                Shift(rep);
        });
    }

    private void Often(Action what, double meanSeconds) => _agenda.After(_draw.Exponential(meanSeconds), () =>
    {
        if (_healed)
            return;
        what();
        Often(what, meanSeconds);
    });

    private void Move()
    {
        if (_people.Any() is not { } lead)
            return;
        LeadCommand command = _draw.Chance(0.2) ? new WithdrawLead("supervisor", "asked to be left alone")
            : _draw.Chance(0.5) ? new ReassignLead("supervisor", _draw.OneOf(Reps).Person.Id, null)
            : new ReassignLead("supervisor", null, _draw.Chance(0.5) ? "vip" : "sales");
        _gateway.Call(server => server.LeadAsync(lead, command), reply => _sightings.Each(checker => checker.Moved(lead, reply.Refusal is null)), (heard, _) =>
        {
            if (heard == Heard.Lost)
                _sightings.Each(checker => checker.Moved(lead, null));
        });
    }
}
