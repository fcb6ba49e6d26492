using System.Globalization;

namespace LeadRouter.Simulation.World;

/// <summary>The people who leave their details, and the forms that post them: in a daily curve, in bursts, again, and again when no answer came.</summary>
internal sealed class People(Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, IIdSource ids, EventLog log, Habits habits, Night night)
{
    private const int MostTries = 40;
    private const int Latest = 8;
    private const int MostKeys = 10_000;

    /// <summary>Share of the day's leads that comes in each hour from midnight.</summary>
    private static readonly double[] Curve = [0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.5, 1, 1.6, 2.2, 2.6, 2.4, 2, 1.8, 1.8, 1.7, 1.6, 1.5, 1.3, 1.1, 1, 0.8, 0.5, 0.3];
    private static readonly string[] Tongues = ["he", "he-il", "en", "ru"];

    /// <summary>The day of the world begins at seven, whatever the hour of the server.</summary>
    private readonly DateTimeOffset _midnight = agenda.Now.AddHours(-7);
    private readonly List<LeadId> _known = [];

    /// <summary>Keys under which a post was answered.</summary>
    private readonly HashSet<string> _keys = [];
    private bool _closed;
    private int _people;

    /// <summary>Leads that were answered with a 2xx.</summary>
    public int Leads { get; private set; }

    public void Start(double leadsPerHour)
    {
        Next(leadsPerHour);
        Burst();
    }

    /// <summary>Nobody new comes; who has not been answered goes on trying.</summary>
    public void Close() => _closed = true;

    /// <summary>A lead that the world knows of, every other time one of the latest; or null.</summary>
    public LeadId? Any() => _known.Count == 0 ? null : draw.Chance(0.5) ? draw.OneOf(_known) : _known[^draw.Whole(1, Math.Min(_known.Count, Latest))];

    /// <summary>Somebody fills in the form again in the very moment in which a rep is done with him or her.</summary>
    public void ComeAgain(LeadPost post)
    {
        if (!_closed && draw.Chance(0.05))
            agenda.After(draw.Seconds(0, 0.1), () => Post(null, post, 1));
    }

    private void Next(double leadsPerHour) => agenda.After(draw.Exponential(3600 / (leadsPerHour * 2.6)), () =>
    {
        if (_closed)
            return;
        if (!night.IsNow && draw.Chance(Curve[(int)(agenda.Now - _midnight).TotalHours % 24] / 2.6))
            Come(NewPerson());
        Next(leadsPerHour);
    });

    private void Burst() => agenda.After(draw.Exponential(3 * 3600), () =>
    {
        if (_closed)
            return;
        for (var left = night.IsNow ? 0 : draw.Whole(5, 60); left > 0; left--)
            agenda.After(draw.Seconds(0, 60), () => Come(NewPerson()));
        Burst();
    });

    private LeadPost NewPerson()
    {
        var number = (++_people).ToString("0000000", CultureInfo.InvariantCulture);
        var writes = draw.Chance(habits.EmailOnly);
        return new LeadPost
        {
            Phone = writes ? null : Phone.Of("+97250" + number),
            Email = writes ? $"noa{number}@example.com" : null,
            Name = "Noa",
            Source = "form",
            Queue = draw.Chance(0.15) ? DeskDraws.Vip : draw.Chance(0.1) ? DeskDraws.Extra : DeskDraws.Sales,
            Language = draw.Chance(habits.Languages) ? draw.OneOf(Tongues) : null,
            Score = habits.Scores ? draw.Whole(0, 100) : null,
        };
    }

    private void Come(LeadPost post)
    {
        var key = draw.Chance(0.6) ? $"key-{draw.Whole(0, int.MaxValue - 1)}-{post.Phone?.Value ?? post.Email}" : null;
        Post(key, post, 1);
        // A second click on the form, or the same wish again later.
        if (draw.Chance(0.05))
            agenda.After(draw.Seconds(0.1, 2), () => Post(key, post, 1));
        if (key is not null && draw.Chance(habits.KeysAgain))
            agenda.After(TimeSpan.FromHours(draw.Between(0, 60)), () => Post(key, post, 1));
        if (key is not null && draw.Chance(habits.KeysMisused))
            agenda.After(draw.Exponential(600), () => Misuse(key, post with { Message = "Call me in the evening" }));
        if (draw.Chance(0.08))
            agenda.After(draw.Exponential(1800), () => Post(draw.Chance(0.5) ? $"again-{draw.Whole(0, int.MaxValue - 1)}" : null, post, 1));
    }

    private void Post(string? key, LeadPost post, int tries)
    {
        var intake = new LeadId(ids.NewId(agenda.Now));
        sightings.Each(checker => checker.Posted(intake, post));
        gateway.Call(server => server.PostAsync(key, intake, post), reply => Accepted(key, reply.Answer!), (heard, _) =>
        {
            if (heard != Heard.Answer && tries < MostTries)
                agenda.After(draw.Seconds(1, 10), () => Post(key, post, tries + 1));
        });
    }

    /// <summary>A form that gives a new wish an old key; if that has never arrived, the wish is the first under it.</summary>
    private void Misuse(string key, LeadPost post)
    {
        if (!_keys.Contains(key))
            return;
        var intake = new LeadId(ids.NewId(agenda.Now));
        sightings.Each(checker => checker.Posted(intake, post));
        gateway.Call(server => server.PostAsync(key, intake, post), reply => Misused(key, reply.Answer), (_, _) => { });
    }

    private void Misused(string key, IntakeAnswer? answer)
    {
        log.Note("key with another body", EventLog.Machine, key);
        sightings.Each(checker => checker.KeyWithAnotherBody(key, answer));
    }

    private void Accepted(string? key, IntakeAnswer answer)
    {
        log.Note("accepted", answer.Lead.Value, key);
        Leads++;
        if (key is not null && _keys.Count < MostKeys)
            _keys.Add(key);
        _known.Add(answer.Lead);
        if (_known.Count > 200)
            _known.RemoveAt(0);
        sightings.Each(checker => checker.Accepted(key, answer));
    }
}
