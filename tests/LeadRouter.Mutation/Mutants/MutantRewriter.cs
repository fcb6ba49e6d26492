using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadRouter.Mutation.Mutants;

/// <summary>
/// Puts all mutants of a file into it, each behind its switch: one compilation serves them all. It knows no types; what does not compile, the
/// compiler says, and the next pass leaves it out. Where a mutant is on, none lies within it, so each stands for one change.
/// </summary>
internal sealed class MutantRewriter(string file, Numbering numbering) : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) => Either(node, (ExpressionSyntax)base.VisitBinaryExpression(node)!, Operators.Of(node));

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => Either(node, node, Operators.Of(node));

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        Either(node, (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!, node.IsKind(SyntaxKind.LogicalNotExpression) ? node.Operand : null);

    // Patterns are constants.
    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) =>
        Either(node, node.WithExpression((ExpressionSyntax)Visit(node.Expression)!), Operators.Not(node));

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitWhenClause(WhenClauseSyntax node)
    {
        var visited = (WhenClauseSyntax)base.VisitWhenClause(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) => Name(node) switch
    {
        "nameof" => node,
        "ConfigureAwait" => node.WithExpression((ExpressionSyntax)Visit(node.Expression)!),
        _ when IsAside(node) => node,
        _ => Either(node, (ExpressionSyntax)base.VisitInvocationExpression(node)!, IsInConditionalChain(node) ? null : Operators.Of(node)),
    };

    /// <summary>A member that keeps what it was.</summary>
    public override SyntaxNode? VisitWithExpression(WithExpressionSyntax node)
    {
        var visited = (WithExpressionSyntax)base.VisitWithExpression(node)!;
        if (node.Expression is not (IdentifierNameSyntax or ThisExpressionSyntax)) return visited;
        var members = node.Initializer.Expressions.Zip(visited.Initializer.Expressions, (was, now) =>
            was is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } set && now is AssignmentExpressionSyntax to
                ? to.WithRight(Either(set.Right, to.Right, SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, node.Expression.WithoutTrivia(), member.WithoutTrivia())))
                : now);
        return visited.WithInitializer(visited.Initializer.WithExpressions(SyntaxFactory.SeparatedList(members, visited.Initializer.Expressions.GetSeparators())));
    }

    /// <summary>A statement that is not done, or that adds where it took away.</summary>
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is InvocationExpressionSyntax call && IsAside(call)) return node;
        var visited = (StatementSyntax)base.VisitExpressionStatement(node)!;
        if (Declares(node)) return visited;
        if (node.Expression is AssignmentExpressionSyntax assignment && Operators.Of(assignment) is { } other)
            return numbering.Unless(file, node, visited, SyntaxFactory.ExpressionStatement(other));
        return numbering.Unless(file, node, visited);
    }

    // What has to be constant, what only says something to people, and what ends the method.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => node;

    public override SyntaxNode? VisitThrowExpression(ThrowExpressionSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) => node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    private ExpressionSyntax Either(ExpressionSyntax was, ExpressionSyntax visited, ExpressionSyntax? mutated) =>
        mutated is null || Declares(was) ? visited : numbering.Either(file, was, visited, mutated);

    // The other conditions have mutants of their own.
    private ExpressionSyntax Negated(ExpressionSyntax was, ExpressionSyntax visited) =>
        was is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? Either(was, visited, Operators.Not(was)) : visited;

    /// <summary>A name declared in it would be declared twice, or not be assigned after it.</summary>
    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner => inner is SingleVariableDesignationSyntax);

    /// <summary>Logs, checks of arguments, the end of what is thrown away: no test has to notice.</summary>
    private static bool IsAside(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Log" or "ArgumentNullException" or "ArgumentException" or "ArgumentOutOfRangeException" or "ObjectDisposedException" } }
        || Name(node) is "Dispose" or "DisposeAsync" or "SuppressFinalize";

    private static string? Name(InvocationExpressionSyntax node) => node.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    /// <summary>It goes on from a <c>?.</c>, and cannot be taken out of that.</summary>
    private static bool IsInConditionalChain(ExpressionSyntax node) => node switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax call => IsInConditionalChain(call.Expression),
        MemberAccessExpressionSyntax access => IsInConditionalChain(access.Expression),
        ElementAccessExpressionSyntax element => IsInConditionalChain(element.Expression),
        _ => false,
    };
}
