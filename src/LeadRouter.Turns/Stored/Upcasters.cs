using System.Text.Json.Nodes;

namespace LeadRouter.Turns.Stored;

/// <summary>
/// The steps from one version of a stored type to the next: <c>[("leadQueued", 1)]</c> makes version 2 of the JSON of
/// version 1. They stay for good, since the journal is never rewritten.
/// </summary>
internal static class Upcasters
{
    public static readonly IReadOnlyDictionary<(string Name, int From), Action<JsonObject>> All = new Dictionary<(string Name, int From), Action<JsonObject>>();
}
