namespace LeadRouter.Mutation.Runs;

/// <summary>What is asked of a run.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Folder">Where assemblies and results go: under the root, where tests look for the repository above them.</param>
/// <param name="Within">Only code whose path from the root begins like this.</param>
/// <param name="Sample">Mutants, drawn at random.</param>
/// <param name="Seed">Of the draw. A larger sample with the same seed holds the smaller.</param>
/// <param name="Seeds">Days that the simulator runs for each mutant.</param>
/// <param name="Days">Length of each.</param>
/// <param name="Workers">Mutants looked at side by side.</param>
internal sealed record MutationOptions(string Root, string Folder, string Within, int Sample, int Seed, int Seeds, double Days, int Workers);
