using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadRouter.Mutation.Mutants;

/// <summary>Numbers the mutants of one pass over a project's files, and leaves out those that did not compile in the pass before.</summary>
/// <param name="first">The number of the first.</param>
/// <param name="dropped">Their numbers are used up all the same, so that the others keep theirs.</param>
internal sealed class Numbering(int first, IReadOnlySet<int> dropped)
{
    /// <summary>What a node that a mutant made is found by, with the number as its data.</summary>
    public const string Mark = "mutant";

    private const int MostCharacters = 80;

    private readonly List<Mutant> _kept = [];
    private int _next = first;

    public IReadOnlyList<Mutant> Kept => _kept;

    /// <summary>The number that comes next.</summary>
    public int Next => _next;

    /// <summary>Gives the expression that is <paramref name="mutated"/> when the mutant is on, and else what it was.</summary>
    public ExpressionSyntax Either(string file, ExpressionSyntax was, ExpressionSyntax visited, ExpressionSyntax mutated) =>
        Take(file, was, Text(was), Text(mutated)) is not { } id ? visited : Marked(id, SyntaxFactory.ParenthesizedExpression(
            SyntaxFactory.ConditionalExpression(IsOn(id), SyntaxFactory.ParenthesizedExpression(mutated.WithoutTrivia()), SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia())))).WithTriviaFrom(was);

    /// <summary>Gives the statement that is left out when the mutant is on, or another one when there is another.</summary>
    public StatementSyntax Unless(string file, StatementSyntax was, StatementSyntax visited, StatementSyntax? mutated = null)
    {
        if (Take(file, was, Text(was), mutated is null ? "nothing" : Text(mutated)) is not { } id) return visited;
        var not = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, IsOn(id));
        var otherwise = mutated is null ? null : SyntaxFactory.ElseClause(SyntaxFactory.Block(mutated));
        return Marked(id, SyntaxFactory.IfStatement(not, SyntaxFactory.Block(visited), otherwise));
    }

    private int? Take(string file, SyntaxNode was, string wasText, string becomes)
    {
        var id = _next++;
        if (dropped.Contains(id)) return null;
        _kept.Add(new Mutant(id, file, was.GetLocation().GetLineSpan().StartLinePosition.Line + 1, wasText, becomes));
        return id;
    }

    private static T Marked<T>(int id, T node) where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, id.ToString(CultureInfo.InvariantCulture)));

    private static ExpressionSyntax IsOn(int id) =>
        SyntaxFactory.ParseExpression(string.Create(CultureInfo.InvariantCulture, $"global::{MutantSwitch.Type}.Is({id})"));

    private static string Text(SyntaxNode node)
    {
        var text = string.Join(' ', node.NormalizeWhitespace().ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MostCharacters ? text : text[..MostCharacters] + "...";
    }
}
