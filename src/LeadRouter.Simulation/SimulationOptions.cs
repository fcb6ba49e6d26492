namespace LeadRouter.Simulation;

/// <summary>One run.</summary>
public sealed record SimulationOptions
{
    /// <summary>Decides everything that is drawn.</summary>
    public required int Seed { get; init; }

    /// <summary>How long the faults last, in days; 0.01 to 100.</summary>
    public double Days { get; init; } = 1;

    /// <summary>False: the machine is kind, and only people are not.</summary>
    public bool WithFaults { get; init; } = true;

    /// <summary>Kinds of trouble and habits that are left out of the world, by name.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Keeps everything that happened, not only the last of it.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>A test may put an actor with a deliberate bug in the place of the real one.</summary>
    public Func<IActor, IActor> Actor { get; init; } = actor => actor;

    /// <summary>Makes an actor's shell; a test may ask for one with a deliberate bug.</summary>
    public Func<ActorId, IActor, ITurnPort, TurnShell> Shell { get; init; } = (id, actor, port) => new TurnShell(id, actor, port);

    /// <summary>A test may break the machine or the server.</summary>
    public Flaw Flaw { get; init; }

    /// <summary>Names of the invariants that are judged; empty: all. A test may ask whether one of them alone notices a bug.</summary>
    public IReadOnlyCollection<string> Judged { get; init; } = [];

    /// <summary>A test may make the host forget what the store holds.</summary>
    public Func<IDurableView, IDurableView> View { get; init; } = view => view;
}

/// <summary>How a run ended.</summary>
/// <param name="Hash">Of everything that happened, in order.</param>
/// <param name="Leads">Posts that were answered with a 2xx.</param>
/// <param name="Lives">How often the process was started.</param>
/// <param name="Invariant">The invariant that was violated, or null.</param>
/// <param name="How">What was seen, or null.</param>
/// <param name="LastEvents">The last 200 events, or all.</param>
/// <param name="World">The faults and people that the seed drew.</param>
/// <param name="Reached">What it came to, by name.</param>
public sealed record RunResult(int Seed, string Hash, int Leads, int Lives, long Steps, string? Invariant, string? How, IReadOnlyList<string> LastEvents, string World, IReadOnlyCollection<string> Reached)
{
    /// <summary>Nothing was violated.</summary>
    public bool IsClean => Invariant is null;
}
