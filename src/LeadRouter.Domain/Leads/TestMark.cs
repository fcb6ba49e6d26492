namespace LeadRouter.Domain.Leads;

/// <summary>How a post is marked as a test, by its attribute <c>test</c> or <c>is_test</c>. Any other value, such as a question's answer, marks nothing.</summary>
public static class TestMark
{
    /// <summary>The value with which a test lead rings at a rep like any other: <c>route</c>. With <c>true</c>, <c>yes</c> or <c>1</c> it is recorded and closed.</summary>
    public const string Route = "route";

    private static readonly string[] Names = ["test", "is_test", "isTest"];
    private static readonly string[] Marks = ["true", "yes", "1", Route];

    /// <summary>Whether the post is a test.</summary>
    public static bool IsTest(LeadPost post) => Of(post) is not null;

    /// <summary>Whether the post is a test that nobody is to be rung for.</summary>
    public static bool IsUnrouted(LeadPost post) => Of(post) is { } mark && mark != Route;

    private static string? Of(LeadPost post)
    {
        if (post.Attributes is not { } attributes)
            return null;
        foreach (var name in Names)
        {
            if (attributes.TryGetValue(name, out var value) && Marks.FirstOrDefault(mark => mark.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } mark)
                return mark;
        }

        return null;
    }
}
