using System.Text.Json.Nodes;

namespace LeadRouter.Turns.Stored;

/// <summary>
/// The steps from one version of a stored type to the next: <c>[("leadQueued", 1)]</c> makes version 2 of the JSON of
/// version 1. They stay for good, since the journal is never rewritten.
/// </summary>
internal static class Upcasters
{
    public static readonly IReadOnlyDictionary<(string Name, int From), Action<JsonObject>> All = new Dictionary<(string Name, int From), Action<JsonObject>>
    {
        // The first owner was the only one that was kept; that a reminder was put off was not.
        [("lead", 1)] = json => (json["ownedAt"], json["isSnoozed"]) = (json["assignedAt"]?.DeepClone(), false),
        // Which reminder was meant was not said.
        [("snoozeLead", 1)] = json => (json["kind"], json["number"]) = ("attemptBy", 0),
        // The leads of the day were not counted: who ended one then has none.
        [("holdEnded", 1)] = json => json["dayEndsAt"] = null,
        [("rep", 1)] = json => json["worked"] = Nothing(),
        [("repStatus", 1)] = json => json["worked"] = Nothing(),
        [("repSeen", 1)] = json => json["rep"]!["worked"] = Nothing(),
        // Every target was measured by the wall clock: it stays so until somebody changes it.
        [("desk", 1)] = json =>
        {
            foreach (var queue in json["queues"]!.AsArray())
                queue!["sla"]!["clock"] = "raw";
        },
    };

    private static JsonObject Nothing() => new() { ["leads"] = 0, ["until"] = DateTimeOffset.MinValue };
}
