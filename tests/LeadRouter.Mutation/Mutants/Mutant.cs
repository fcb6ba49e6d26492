namespace LeadRouter.Mutation.Mutants;

/// <summary>One small wrong change of the product's code.</summary>
/// <param name="Id">Switches it on; the same as long as the code is.</param>
/// <param name="File">From the repository's root.</param>
internal sealed record Mutant(int Id, string File, int Line, string Was, string Becomes)
{
    public override string ToString() => $"{File}:{Line}: {Was} -> {Becomes}";
}
