namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>What the server printed about itself.</summary>
internal static class ServerLog
{
    /// <summary>Errors in the log: a kill is no excuse for one.</summary>
    public static IEnumerable<string> Complaints(string output)
    {
        var lines = output.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("fail:", StringComparison.Ordinal) || lines[i].StartsWith("crit:", StringComparison.Ordinal))
                yield return "The server logged: " + string.Join(' ', lines.Skip(i).Take(4).Select(line => line.Trim()));
        }
    }
}
