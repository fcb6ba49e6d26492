namespace LeadRouter.Accounts;

/// <summary>Collects what is wrong with a body, by camelCase field.</summary>
public sealed class ValidationErrors
{
    private readonly Dictionary<string, List<string>> _byField = [];

    /// <summary>True when something is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>Notes an error; a null text says that the field is fine.</summary>
    public ValidationErrors Add(string field, string? text)
    {
        if (text is null) return this;
        if (!_byField.TryGetValue(field, out var texts)) _byField[field] = texts = [];
        texts.Add(text);
        return this;
    }

    /// <summary>The wire shape.</summary>
    public IReadOnlyDictionary<string, string[]> ToDictionary() => _byField.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
}
