using System.Text.Json;

namespace LeadRouter.Storage.Sqlite.Reading;

/// <summary>Keys as one parameter for <c>json_each</c>: a text with a parameter for each would be prepared anew for every number of keys.</summary>
internal static class KeyList
{
    public static string Json(IReadOnlyCollection<string> keys) => JsonSerializer.Serialize(keys);
}
