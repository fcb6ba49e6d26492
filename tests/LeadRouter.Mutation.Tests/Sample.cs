using System.Reflection;
using LeadRouter.Mutation.Compiling;
using LeadRouter.Mutation.Mutants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeadRouter.Mutation.Tests;

/// <summary>A method <c>Run</c>, with its mutants.</summary>
internal sealed class Sample
{
    private readonly byte[] _assembly;

    private Sample(byte[] assembly, IReadOnlyList<Mutant> mutants) => (_assembly, Mutants) = (assembly, mutants);

    public IReadOnlyList<Mutant> Mutants { get; }

    public IEnumerable<string> Changes => Mutants.Select(mutant => $"{mutant.Was} -> {mutant.Becomes}");

    /// <param name="body">Of a method that gets an <c>int x</c>, a <c>string s</c> and a record <c>r</c> with a member <c>N</c>.</param>
    public static Sample Of(string type, string body)
    {
        var source = $$"""
            using System;
            using System.Linq;
            public sealed record R(int N);
            public static class Sample { public static {{type}} Run(int x, string s, R r) { {{body}} } }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var original = CSharpCompilation.Create("sample" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source, path: "/root/src/Sample.cs")], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var (compilation, mutants) = MutatedProject.Mutate(original, "/root", _ => true, first: 7);
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Success.ShouldBeTrue();
        return new Sample(assembly.ToArray(), mutants);
    }

    /// <summary>What the method returns with one mutant on, or none.</summary>
    public object? Run(string? change, int x)
    {
        var on = change is null ? "" : $"{Mutants.Single(mutant => $"{mutant.Was} -> {mutant.Becomes}" == change).Id}";
        Environment.SetEnvironmentVariable(MutantSwitch.On, on);
        var loaded = Assembly.Load(_assembly);
        var record = Activator.CreateInstance(loaded.GetType("R")!, 5);
        return loaded.GetType("Sample")!.GetMethod("Run")!.Invoke(null, [x, "s", record]);
    }
}
