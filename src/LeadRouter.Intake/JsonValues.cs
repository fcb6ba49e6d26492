using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadRouter.Intake;

/// <summary>Takes single values out of JSON. The parser tells only when asked for it that an escape names half of a surrogate pair, which is no text.</summary>
internal static class JsonValues
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A string's text; null for what is none.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Any value as text: a string's own, anything else as it is written, without white space between.</summary>
    public static string AsText(JsonElement value) => Text(value)
        ?? (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Written(value) : value.GetRawText());

    /// <summary>The properties of an object in their order; a name that is no text is an error of the body.</summary>
    public static List<KeyValuePair<string, JsonElement>> Properties(JsonElement element, FieldErrors errors)
    {
        var properties = new List<KeyValuePair<string, JsonElement>>();
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is { } name)
                properties.Add(KeyValuePair.Create(name, property.Value));
            else
                errors.Add(IntakeRefusals.Body, FieldError.Of("Send names of fields that are text; one has half of a surrogate pair."));
        }
        return properties;
    }

    private static string Written(JsonElement value)
    {
        try
        {
            return JsonSerializer.Serialize(value, Compact);
        }
        catch (JsonException)
        {
            return value.GetRawText();
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
