namespace LeadRouter.Packaging.Tests.Support;

/// <summary>The <c>Dockerfile</c>, an instruction at a time.</summary>
internal static class ContainerFile
{
    /// <summary>What to do and with what, in order; continued lines are one.</summary>
    public static IReadOnlyList<(string Word, string Text)> Instructions { get; } = [.. Repository.Read("Dockerfile").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1].Trim()))];

    /// <summary>The image and name of each stage; the last has no name.</summary>
    public static IReadOnlyList<(string Image, string? Name)> Stages { get; } = [.. Of("FROM").Select(rest => rest.Split(' ')).Select(words => (words[0], words.Length == 3 ? words[2] : null))];

    /// <summary>The instructions of the image that runs.</summary>
    public static IReadOnlyList<(string Word, string Text)> Last { get; } = [.. Instructions.Skip(Instructions.Select((one, at) => one.Word == "FROM" ? at : 0).Max())];

    /// <summary>Paths that are copied out of the repository.</summary>
    public static IEnumerable<string> Copied => Of("COPY").Where(rest => !rest.StartsWith("--from", StringComparison.Ordinal)).SelectMany(rest => rest.Split(' ')[..^1]);

    /// <summary>What <c>ENV</c> sets in the image that runs.</summary>
    public static IReadOnlyDictionary<string, string> Environment => Last.Where(one => one.Word == "ENV").SelectMany(one => one.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static IEnumerable<string> Of(string word) => Instructions.Where(one => one.Word == word).Select(one => one.Text);
}
