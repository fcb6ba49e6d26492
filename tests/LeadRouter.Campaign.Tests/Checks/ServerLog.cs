using LeadRouter.Campaign.Tests.World;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>What the server printed about itself.</summary>
internal static class ServerLog
{
    /// <summary>A line is heard a little after it was printed, and a write that failed is reported after it failed.</summary>
    private static readonly TimeSpan HeardAfter = TimeSpan.FromSeconds(2);

    /// <summary>Errors in the log: nothing that is done to a server is an excuse for one, but that it says of a full disk that it is full.</summary>
    public static IEnumerable<string> Complaints(IReadOnlyList<PrintedLine> lines, Spans diskFull)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Text.StartsWith("fail:", StringComparison.Ordinal) && !lines[i].Text.StartsWith("crit:", StringComparison.Ordinal))
                continue;
            var said = string.Join(' ', lines.Skip(i).Take(4).Select(line => line.Text.Trim()));
            if (said.Contains("The store cannot write: SQLite error 13: database or disk is full.", StringComparison.Ordinal)
                && diskFull.Between(lines[i].At - HeardAfter, lines[i].At) > TimeSpan.Zero)
                continue;
            yield return $"The server logged at {lines[i].At:O}: {said}";
        }
    }
}
