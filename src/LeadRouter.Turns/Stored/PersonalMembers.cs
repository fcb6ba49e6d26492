using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LeadRouter.Turns.Stored;

/// <summary>Cuts the JSON of an event in two, what is personal and what is not, and puts it together again.</summary>
internal static class PersonalMembers
{
    private static readonly ConcurrentDictionary<Type, bool> Known = [];

    /// <summary>Whether a record, or a record in it, has a personal member.</summary>
    public static bool Has(Type type) => Known.TryGetValue(type, out var has) ? has : Known[type] = Look(type);

    /// <summary>Writes no personal member.</summary>
    public static void LeaveOut(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(IsPersonal))
            property.ShouldSerialize = static (_, _) => false;
    }

    /// <summary>Writes personal members and what leads to them, and nothing else.</summary>
    public static void KeepOnly(JsonTypeInfo info)
    {
        if (!Has(info.Type))
            return;
        foreach (var property in info.Properties.Where(property => !IsPersonal(property) && !Has(property.PropertyType)))
            property.ShouldSerialize = static (_, _) => false;
    }

    /// <summary>The event's JSON with its personal members back in their places.</summary>
    public static JsonObject Merge(byte[] data, byte[] personal)
    {
        var whole = Parse(data);
        Merge(whole, Parse(personal));
        return whole;
    }

    internal static JsonObject Parse(byte[] json) => JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A JSON object is missing.");

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from.ToList())
        {
            if (value is JsonObject inner && into[name] is JsonObject outer)
                Merge(outer, inner);
            else
                into[name] = value?.DeepClone();
        }
    }

    private static bool IsPersonal(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true;

    private static bool Look(Type type) => type.Namespace?.StartsWith("LeadRouter.", StringComparison.Ordinal) == true && !type.IsEnum
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Any(property => property.IsDefined(typeof(PersonalAttribute)) || (property.PropertyType != type && Has(property.PropertyType)));
}
