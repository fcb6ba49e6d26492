namespace LeadRouter.Domain;

/// <summary>Collects what is wrong with what somebody sent, by JSON path, in the order in which it was found.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    /// <summary>True when something is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>Notes a sentence, once; null says that the field is fine.</summary>
    public FieldErrors Add(string field, string? sentence)
    {
        if (sentence is null)
            return this;
        if (!_byField.TryGetValue(field, out var sentences))
            _byField.Add(field, sentences = []);
        if (!sentences.Contains(sentence))
            sentences.Add(sentence);
        return this;
    }

    /// <summary>Notes the sentence unless the rule holds.</summary>
    public FieldErrors Check(string field, bool holds, string sentence) => holds ? this : Add(field, sentence);

    /// <summary>Notes a missing value; true when it is there.</summary>
    public bool Present(string field, object? value)
    {
        Check(field, value is not null, "This is missing.");
        return value is not null;
    }

    /// <summary>A number within bounds.</summary>
    public FieldErrors Range(string field, int value, int least, int most) => Check(field, value >= least && value <= most, $"Give {least} to {most}.");

    /// <summary>A text with so many characters.</summary>
    public FieldErrors Text(string field, string? text, int least, int most) =>
        Check(field, text is not null && text.Length >= least && text.Length <= most, $"Give {least} to {most} characters.");

    /// <summary>A list with so many entries.</summary>
    public FieldErrors Count<T>(string field, IReadOnlyCollection<T>? items, int least, int most) =>
        Check(field, items is not null && items.Count >= least && items.Count <= most, $"Give {least} to {most} entries.");

    /// <summary>The wire shape.</summary>
    public IReadOnlyDictionary<string, string[]> ToDictionary() => _byField.ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);
}
