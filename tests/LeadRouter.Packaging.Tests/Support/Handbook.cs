namespace LeadRouter.Packaging.Tests.Support;

/// <summary>The commands of <c>docs/operations.md</c>: what is written there is what the tests run.</summary>
internal static class Handbook
{
    /// <summary>The shell commands under a heading, block by block.</summary>
    public static IReadOnlyList<string> Commands(string heading)
    {
        var lines = Repository.Read("docs/operations.md").Split('\n');
        var from = Array.FindIndex(lines, line => line.TrimStart('#') == " " + heading && line[0] == '#');
        if (from < 0)
            throw new InvalidOperationException($"docs/operations.md has no heading '{heading}'.");
        var section = lines.Skip(from + 1).TakeWhile(line => !line.StartsWith('#') || line.StartsWith("# ", StringComparison.Ordinal));
        var blocks = new List<string>();
        List<string>? block = null;
        foreach (var line in section)
        {
            if (line == "```sh")
                block = [];
            else if (line == "```" && block is not null)
                (blocks, block) = ([.. blocks, string.Join('\n', block)], null);
            else
                block?.Add(line);
        }

        return blocks;
    }
}
