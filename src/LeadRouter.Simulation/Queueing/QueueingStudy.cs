namespace LeadRouter.Simulation.Queueing;

/// <summary>How a case is looked at.</summary>
internal sealed record QueueingOptions
{
    /// <summary>Decides every draw.</summary>
    public required int Seed { get; init; }

    /// <summary>Independent replications through the engine, 3 or more.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Replications of the textbook's line alone: thousands take as long as one through the engine.</summary>
    public int ControlReplications { get; init; } = 1000;

    /// <summary>Confidence of each single interval. For many at once it has to be higher than what is wanted of all of them.</summary>
    public required double Confidence { get; init; }

    /// <summary>A test may put an actor with a deliberate bug in the place of the real one.</summary>
    public Func<IActor, IActor> Actor { get; init; } = actor => actor;
}

/// <summary>One number of a case, as the formula and as the engine have it.</summary>
/// <param name="Name">Which.</param>
/// <param name="Formula">What the formula says.</param>
/// <param name="Engine">The interval of the engine's replications alone.</param>
/// <param name="Sharpened">The same with the textbook's line on the same draws as a control: narrower.</param>
/// <param name="IsTold">False: so many leads cannot tell, whatever they show.</param>
internal sealed record QueueingFinding(string Name, double Formula, Interval Engine, Interval Sharpened, bool IsTold)
{
    public bool Holds => !IsTold || (Engine.Contains(Formula) && Sharpened.Contains(Formula));
}

/// <summary>A case with what was found.</summary>
/// <param name="Leads">How many went through the engine.</param>
/// <param name="LeadsApart">Those whose wait in the engine was more than a second from the one in the textbook's line on the same draws, or who gave up in one and not in the other.</param>
internal sealed record QueueingResult(QueueingCase Case, IReadOnlyList<QueueingFinding> Findings, int Leads, int LeadsApart)
{
    public bool Holds => Findings.All(finding => finding.Holds);
}

/// <summary>Runs a case through the engine again and again, and holds its waits against the formula.</summary>
internal static class QueueingStudy
{
    private const int FewestLeads = 100;
    private const double LeastMeanSeconds = 1;

    public static QueueingResult Run(QueueingCase asked, QueueingOptions options)
    {
        var draw = new Draw(options.Seed);
        var (engine, controls, more) = (new List<Waits>(), new List<Waits>(), new List<Waits>());
        int leads = 0, apart = 0;
        for (var replication = 0; replication < options.Replications; replication++)
        {
            var path = SamplePath.Of(asked, draw.Fork());
            var ours = EngineLine.Run(path, asked.Load.Reps, draw.Fork(), options.Actor);
            var textbook = TextbookLine.Run(path, asked.Load.Reps);
            engine.Add(SamplePath.Measure(asked, ours));
            controls.Add(SamplePath.Measure(asked, textbook));
            leads += path.Count;
            apart += ours.Zip(textbook).Count(pair => IsApart(pair.First, pair.Second));
        }

        for (var replication = 0; replication < options.ControlReplications; replication++)
        {
            var path = SamplePath.Of(asked, draw.Fork());
            more.Add(SamplePath.Measure(asked, TextbookLine.Run(path, asked.Load.Reps)));
        }

        return new QueueingResult(asked, Find(asked, options, engine, controls, more), leads, apart);
    }

    /// <summary>
    /// Decided by what the formula expects and not by what was seen. Of a share that a handful of leads would show, the replications'
    /// means are not normal; and of a mean of milliseconds the machine's own are the greater part.
    /// </summary>
    private static bool IsTold(int number, double formula, int leads) => Waits.IsShare(number)
        ? Math.Min(formula, 1 - formula) * leads >= FewestLeads
        : formula >= LeastMeanSeconds;

    private static bool IsApart(PathOutcome ours, PathOutcome textbook) =>
        ours.GaveUp != textbook.GaveUp || Math.Abs(ours.WaitSeconds - textbook.WaitSeconds) > 1;

    private static List<QueueingFinding> Find(QueueingCase asked, QueueingOptions options, List<Waits> engine, List<Waits> controls, List<Waits> more)
    {
        var withPatience = asked.PatienceSeconds is not null;
        var formula = asked.Formula().Values(withPatience);
        var findings = new List<QueueingFinding>();
        for (var i = 0; i < formula.Count; i++)
        {
            var number = i;
            double[] Of(List<Waits> all) => [.. all.Select(waits => waits.Values(withPatience)[number])];
            findings.Add(new QueueingFinding(
                Waits.Names[i], formula[i], Interval.Of(Of(engine), options.Confidence), Interval.Controlled(Of(engine), Of(controls), Of(more), options.Confidence),
                IsTold(i, formula[i], asked.Leads * options.Replications)));
        }

        return findings;
    }
}
