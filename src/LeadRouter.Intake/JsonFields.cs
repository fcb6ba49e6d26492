using System.Text.Json;

namespace LeadRouter.Intake;

/// <summary>The fields of one JSON object, read by type; what has another type becomes an error of its field and is read as missing.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly FieldErrors _errors;
    private readonly string _path;

    public JsonFields(IEnumerable<KeyValuePair<string, JsonElement>> fields, FieldErrors errors, string path = "")
    {
        _errors = errors;
        _path = path;
        foreach (var (name, value) in fields)
        {
            _exact[name] = value;
            _anyCase[name] = value;
        }
    }

    public string? Text(string name) => Find(name) is { } value ? TextOf(value, name, "Send text in double quotes.") : null;

    /// <summary>Text, or a number as it is written: senders forget the quotes around ids and phones.</summary>
    public string? TextOrNumber(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : TextOf(value, name, "Send text in double quotes.");

    public double? Number(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        _errors.Add(_path + name, FieldError.Of("Send a number without quotes."));
        return null;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (Find(name) is not { } value) return null;
        var text = TextOf(value, name, Instants.Sentence);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Instants.TryRead(text, out var instant)) return instant;
        _errors.Add(_path + name, FieldError.Of(Instants.Sentence));
        return null;
    }

    public JsonFields? Object(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new JsonFields(JsonValues.Properties(value, _errors), _errors, $"{_path}{name}.");
        _errors.Add(_path + name, FieldError.Of("Send a JSON object."));
        return null;
    }

    /// <summary>Every field as text; numbers and booleans as they are written, nulls left out.</summary>
    public Dictionary<string, string> AllAsText()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in _exact)
        {
            if (value.ValueKind is JsonValueKind.Null) continue;
            if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                all[name] = value.GetRawText();
            else if (JsonValues.Text(value) is { } text)
                all[name] = text;
            else
                _errors.Add(_path.TrimEnd('.'), FieldError.Of("Send a flat object: each value is text, a number or true or false."));
        }
        return all;
    }

    /// <summary>What has none of these names, in any case, by its path; nulls left out.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> But(params string[] names) => _exact
        .Where(field => field.Value.ValueKind != JsonValueKind.Null && !names.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
        .Select(field => KeyValuePair.Create(_path + field.Key, field.Value));

    private JsonElement? Find(string name) =>
        _anyCase.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? TextOf(JsonElement value, string name, string sentence)
    {
        if (JsonValues.Text(value) is { } text) return text;
        _errors.Add(_path + name, FieldError.Of(sentence));
        return null;
    }
}
