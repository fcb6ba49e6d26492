using LeadRouter.Mutation.Mutants;

namespace LeadRouter.Mutation.Runs;

/// <summary>What became of a mutant with one kind of check.</summary>
internal enum Notice
{
    /// <summary>None of them executes it.</summary>
    Unreached,

    /// <summary>It was executed, and all was as before.</summary>
    Missed,

    Noticed,
}

/// <summary>What became of a mutant.</summary>
internal sealed record Fate(Mutant Mutant, Notice Tests, Notice Simulator)
{
    public bool Survived => Tests != Notice.Noticed && Simulator != Notice.Noticed;

    public override string ToString() => $"{Mutant} (tests: {Word(Tests)}; simulator: {Word(Simulator)})";

    private static string Word(Notice notice) => notice switch
    {
        Notice.Unreached => "not reached",
        Notice.Missed => "missed",
        _ => "noticed",
    };
}
