namespace LeadRouter.Intake;

/// <summary>Gathers sentences by JSON field name, in the order in which they were found.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    public bool Any => _byField.Count > 0;

    public void Add(string field, string sentence)
    {
        if (!_byField.TryGetValue(field, out var sentences)) _byField[field] = sentences = [];
        if (!sentences.Contains(sentence)) sentences.Add(sentence);
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        _byField.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
}
