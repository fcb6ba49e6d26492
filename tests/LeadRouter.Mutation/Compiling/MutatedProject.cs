using System.Globalization;
using System.Text;
using LeadRouter.Mutation.Mutants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadRouter.Mutation.Compiling;

/// <summary>A project with all its mutants in one assembly.</summary>
internal static class MutatedProject
{
    /// <summary>Compiles it, again and again without those mutants that do not compile.</summary>
    /// <param name="isMutated">Whether a file, by its path from the root, is to have mutants.</param>
    /// <param name="first">The number of the first mutant.</param>
    /// <param name="path">Where the assembly is written.</param>
    /// <returns>The mutants in it.</returns>
    public static async Task<IReadOnlyList<Mutant>> WriteAsync(string root, string project, Func<string, bool> isMutated, int first, string path)
    {
        var input = await CompilerInput.OfAsync(Path.Combine(root, project));
        var (compilation, mutants) = Mutate(input.Compilation, root, isMutated, first);
        input.Emit(compilation, path);
        return mutants;
    }

    /// <summary>The same for a compilation.</summary>
    public static (CSharpCompilation Compilation, IReadOnlyList<Mutant> Mutants) Mutate(CSharpCompilation original, string root, Func<string, bool> isMutated, int first)
    {
        var options = (CSharpParseOptions)original.SyntaxTrees[0].Options;
        for (var dropped = new HashSet<int>(); ;)
        {
            var numbering = new Numbering(first, dropped);
            var trees = original.SyntaxTrees.Select(tree => Mutated(tree, Path.GetRelativePath(root, tree.FilePath), isMutated, numbering)).ToList();
            var compilation = original.RemoveAllSyntaxTrees().AddSyntaxTrees([.. trees, CSharpSyntaxTree.ParseText(MutantSwitch.Source(first, numbering.Next - first), options, encoding: Encoding.UTF8)]);
            var errors = compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0) return (compilation, numbering.Kept);
            var before = dropped.Count;
            dropped.UnionWith(errors.SelectMany(Guilty));
            if (dropped.Count == before) throw new InvalidOperationException($"{original.AssemblyName} does not compile, with none of its mutants at fault:\n{string.Join('\n', errors.Take(10))}");
        }
    }

    private static SyntaxTree Mutated(SyntaxTree tree, string file, Func<string, bool> isMutated, Numbering numbering) =>
        isMutated(file) ? tree.WithRootAndOptions(new MutantRewriter(file, numbering).Visit(tree.GetRoot()), tree.Options) : tree;

    /// <summary>The mutant around an error; when there is none, those of the whole member: a name may be assigned by a statement that one of them leaves out.</summary>
    private static IEnumerable<int> Guilty(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = node.AncestorsAndSelf().SelectMany(Numbers).Take(1).ToList();
        if (around.Count > 0) return around;
        var member = node.AncestorsAndSelf().FirstOrDefault(above => above is MemberDeclarationSyntax) ?? node;
        return member.DescendantNodesAndSelf().SelectMany(Numbers);
    }

    private static IEnumerable<int> Numbers(SyntaxNode node) => node.GetAnnotations(Numbering.Mark).Select(mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture));
}
