using System.Globalization;

namespace LeadRouter.Simulation.World;

/// <summary>The reps with their shifts, breaks and closed laptops.</summary>
internal sealed class Floor
{
    private readonly Agenda _agenda;
    private readonly Draw _draw;
    private readonly Dictionary<RepId, RepPerson> _byId = [];
    private readonly Habits _habits;
    private readonly Night _night;
    private bool _healed;

    public Floor(Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, EventLog log, Roster roster, Habits habits, Night night, Action<LeadPost> doneWith)
    {
        (_agenda, _draw, _habits, _night) = (agenda, draw, habits, night);
        var count = Math.Min(draw.Whole(2, 12), habits.MostReps);
        for (var number = 1; number <= count; number++)
        {
            var id = new RepId(string.Create(CultureInfo.InvariantCulture, $"rep-{number:00}"));
            var profile = Profile(number, habits);
            roster.Begin(id, profile);
            _byId[id] = new RepPerson(id, profile, habits, agenda, draw.Fork(), gateway, sightings, log, doneWith);
            Reps.Add(_byId[id]);
        }
    }

    public List<RepPerson> Reps { get; } = [];

    public void Start()
    {
        foreach (var rep in Reps)
        {
            Shift(rep);
            Often(rep.TakeBreak, 2 * 3600);
            Often(rep.CloseLaptop, _draw.Between(600, 4 * 3600));
            if (_habits.FlapsEverySeconds > 0)
                Often(() => Flap(rep, _draw.Whole(2, 6)), _habits.FlapsEverySeconds);
        }

        _night.AtBegin(() => Reps.ForEach(rep => rep.EndShift()));
        _night.AtEnd(() => Reps.ForEach(rep => rep.BeginShift()));
    }

    /// <summary>Somebody who cannot decide, or a bad line.</summary>
    private void Flap(RepPerson rep, int times)
    {
        if (times == 0)
            return;
        if (_draw.Chance(0.5))
            rep.Waver();
        else
            rep.Reload();
        _agenda.After(_draw.Seconds(0.05, 4), () => Flap(rep, times - 1));
    }

    public void Send(RepId rep, string connection, RepPush push) => _byId[rep].Send(connection, push);

    public void LoseConnections()
    {
        foreach (var rep in Reps.Where(rep => rep.Connection is not null))
            rep.LoseConnection();
    }

    /// <summary>Everybody comes, and stays.</summary>
    public void Heal()
    {
        _healed = true;
        foreach (var rep in Reps)
        {
            rep.IsDiligent = true;
            rep.BeginShift();
            rep.Open();
        }
    }

    /// <summary>The reps who stand ready.</summary>
    public IReadOnlyDictionary<RepId, DateTimeOffset> ReadySince() => Reps.Where(rep => rep.ReadySince is not null).ToDictionary(rep => rep.Id, rep => rep.ReadySince!.Value);

    private RepProfile Profile(int number, Habits habits)
    {
        var profile = new RepProfile
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Rep {number}"),
            Queues = _draw.Chance(0.4) ? [DeskDraws.Sales, DeskDraws.Vip] : number % 4 == 0 ? [DeskDraws.Vip] : [DeskDraws.Sales],
            Capacity = _draw.Chance(0.6) ? 1 : _draw.Whole(2, 4),
            Languages = _draw.Chance(habits.Languages) ? _draw.Chance(0.5) ? ["he"] : ["en", "ru"] : [],
        };
        // Every queue has a rep, and every language one in it.
        return number <= 2 ? profile with { Queues = [DeskDraws.Sales, DeskDraws.Vip, DeskDraws.Extra], Languages = [] } : profile;
    }

    private void Shift(RepPerson rep)
    {
        var begins = _draw.Seconds(0, 2 * 3600);
        var lasts = _draw.Seconds(6 * 3600, 10 * 3600);
        _agenda.After(begins, () =>
        {
            if (!_night.IsNow)
                rep.BeginShift();
        });
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
        if (!_night.IsNow)
            what();
        Often(what, meanSeconds);
    });
}
