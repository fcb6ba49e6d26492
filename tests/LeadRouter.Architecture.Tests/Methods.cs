using System.Text.RegularExpressions;

namespace LeadRouter.Architecture.Tests;

/// <summary>Finds long methods by their braces: our formatting puts both braces of a body on lines of their own, in one column.</summary>
internal static partial class Methods
{
    /// <summary>The line numbers on which bodies longer than <paramref name="limit"/> lines begin.</summary>
    public static IEnumerable<int> LongerThan(int limit, string source)
    {
        var lines = source.Split('\n');
        for (var start = 1; start < lines.Length; start++)
        {
            if (lines[start].Trim() != "{" || IsType(lines, start))
                continue;
            var column = Indent(lines[start]);
            var length = lines.Skip(start + 1).TakeWhile(line => string.IsNullOrWhiteSpace(line) || Indent(line) > column).Count();
            if (length > limit)
                yield return start + 1;
        }
    }

    /// <summary>Whether the brace opens a type or a namespace: the nearest line above that begins no deeper says so.</summary>
    private static bool IsType(string[] lines, int brace)
    {
        var column = Indent(lines[brace]);
        for (var line = brace - 1; line >= 0; line--)
        {
            var text = lines[line];
            if (!string.IsNullOrWhiteSpace(text) && Indent(text) <= column)
                return TypeDeclaration().IsMatch(text);
        }
        return false;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s*((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)*(class|record|struct|interface|enum|namespace)\b")]
    private static partial Regex TypeDeclaration();
}
