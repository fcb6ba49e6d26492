using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadRouter.Mutation.Mutants;

/// <summary>What is put in the place of what.</summary>
internal static class Operators
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Expression, SyntaxKind Token)> Binary = new()
    {
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        [SyntaxKind.GreaterThanExpression] = (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        [SyntaxKind.EqualsExpression] = (SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
        [SyntaxKind.NotEqualsExpression] = (SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
        [SyntaxKind.LogicalAndExpression] = (SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken),
        [SyntaxKind.LogicalOrExpression] = (SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken),
        [SyntaxKind.AddExpression] = (SyntaxKind.SubtractExpression, SyntaxKind.MinusToken),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.AddExpression, SyntaxKind.PlusToken),
        [SyntaxKind.MultiplyExpression] = (SyntaxKind.DivideExpression, SyntaxKind.SlashToken),
        [SyntaxKind.DivideExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
        [SyntaxKind.ModuloExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
    };

    private static readonly Dictionary<string, string> Calls = Both(
        ("Any", "All"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Min", "Max"), ("MinBy", "MaxBy"),
        ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"), ("Take", "Skip"), ("TakeWhile", "SkipWhile"), ("Floor", "Ceiling"));

    public static ExpressionSyntax? Of(BinaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceExpression)) return node.Right is ThrowExpressionSyntax ? null : node.Right;
        return Binary.TryGetValue(node.Kind(), out var other)
            ? SyntaxFactory.BinaryExpression(other.Expression, node.Left, SyntaxFactory.Token(other.Token), node.Right)
            : null;
    }

    /// <summary>A call of the opposite name.</summary>
    public static ExpressionSyntax? Of(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access && Calls.TryGetValue(name.Identifier.Text, out var other)
            ? node.WithExpression(access.WithName(SyntaxFactory.IdentifierName(other)))
            : null;

    public static ExpressionSyntax? Of(LiteralExpressionSyntax node) => (node.Kind(), node.Token.Value) switch
    {
        (SyntaxKind.TrueLiteralExpression, _) => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression),
        (SyntaxKind.FalseLiteralExpression, _) => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression),
        (SyntaxKind.NumericLiteralExpression, int number and < int.MaxValue) => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number + 1)),
        _ => null,
    };

    /// <summary>Adds what was taken away, and the other way round.</summary>
    public static ExpressionSyntax? Of(AssignmentExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression => SyntaxFactory.AssignmentExpression(SyntaxKind.SubtractAssignmentExpression, node.Left, node.Right),
        SyntaxKind.SubtractAssignmentExpression => SyntaxFactory.AssignmentExpression(SyntaxKind.AddAssignmentExpression, node.Left, node.Right),
        _ => null,
    };

    public static ExpressionSyntax Not(ExpressionSyntax node) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(node.WithoutTrivia()));

    private static Dictionary<string, string> Both(params (string One, string Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (pair.Other, pair.One))).ToDictionary();
}
