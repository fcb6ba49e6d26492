using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadRouter.Telephony.Twilio;

/// <summary>The fields in a callback's raw body.</summary>
internal static class TwilioCallbackBody
{
    /// <summary>The pairs of a form, in the order sent. Never fails: what is not a form has other pairs and so another signature.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Form(ReadOnlySpan<byte> body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return pairs;
    }

    /// <summary>The fields by name; the last of several wins.</summary>
    public static IReadOnlyDictionary<string, string> ByName(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
            fields[name] = value;
        return fields;
    }

    /// <summary>The text members of a JSON object, or null when the body is not one.</summary>
    public static IReadOnlyDictionary<string, string>? Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : ByName(document.RootElement.EnumerateObject()
                    .Where(member => member.Value.ValueKind == JsonValueKind.String)
                    .Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
