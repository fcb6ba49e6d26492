using System.Globalization;

namespace LeadRouter.Simulation.World;

/// <summary>What the people of a run are like. Each rate is drawn per seed, and many are zero.</summary>
internal sealed record Habits
{
    /// <summary>Mean seconds between changes of the desk; 0: none.</summary>
    public double DeskChangesEverySeconds { get; init; }

    /// <summary>Mean seconds between changes of a rep's profile; 0: none.</summary>
    public double ProfileChangesEverySeconds { get; init; }

    /// <summary>Share of people who name a language, and of reps who do not speak all.</summary>
    public double Languages { get; init; }

    /// <summary>Share of people who leave an e-mail address and no phone.</summary>
    public double EmailOnly { get; init; }

    /// <summary>Whether forms give a score.</summary>
    public bool Scores { get; init; }

    /// <summary>Share of lives of the process without a carrier: reps dial by hand.</summary>
    public double ByHand { get; init; }

    /// <summary>Share of calls that a machine answers.</summary>
    public double Machines { get; init; }

    /// <summary>Share of reminders that are put off.</summary>
    public double Snoozes { get; init; }

    /// <summary>Share of posts that come again under their key, hours or days later.</summary>
    public double KeysAgain { get; init; }

    /// <summary>Share of keys that come again with another body: a form that counts wrongly.</summary>
    public double KeysMisused { get; init; }

    /// <summary>Mean seconds between moments in which a rep's presence or connection comes and goes several times at once; 0: none.</summary>
    public double FlapsEverySeconds { get; init; }

    /// <summary>Two days without anybody lie in the run.</summary>
    public bool HasNight { get; init; }

    /// <summary>At most so many reps.</summary>
    public int MostReps { get; init; } = 12;

    /// <summary>At most so many leads an hour.</summary>
    public double MostLeadsPerHour { get; init; } = double.MaxValue;

    public static Habits Of(Draw draw) => new()
    {
        DeskChangesEverySeconds = draw.Chance(0.5) ? draw.Between(300, 3600) : 0,
        ProfileChangesEverySeconds = draw.Chance(0.5) ? draw.Between(120, 1800) : 0,
        Languages = Share(draw, 0.6),
        EmailOnly = Share(draw, 0.2),
        Scores = draw.Chance(0.5),
        ByHand = draw.Chance(0.75) ? 0 : draw.Chance(0.5) ? 1 : 0.5,
        Machines = Share(draw, 0.15),
        Snoozes = Share(draw, 0.8),
        KeysAgain = Share(draw, 0.1),
        KeysMisused = Share(draw, 0.05),
        FlapsEverySeconds = draw.Chance(0.3) ? draw.Between(200, 1800) : 0,
        HasNight = draw.Chance(0.15),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"desk changes every {DeskChangesEverySeconds:0} s, profiles every {ProfileChangesEverySeconds:0} s; languages {Languages:0.##}, e-mail only {EmailOnly:0.##}, scores {Scores}; by hand {ByHand:0.#}, machines {Machines:0.##}; snoozes {Snoozes:0.##}, keys again {KeysAgain:0.##}, misused {KeysMisused:0.##}; presence flaps every {FlapsEverySeconds:0} s, a night {HasNight}");

    private static double Share(Draw draw, double most) => draw.Chance(0.5) ? draw.Between(0, most) : 0;
}
