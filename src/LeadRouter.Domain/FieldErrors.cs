namespace LeadRouter.Domain;

/// <summary>Collects what is wrong with what somebody sent, by JSON path, in the order in which it was found.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<FieldError>> _byField = new(StringComparer.Ordinal);

    /// <summary>True when something is wrong.</summary>
    public bool Any => _byField.Count > 0;

    /// <summary>The JSON paths of what is wrong.</summary>
    public IReadOnlyCollection<string> Fields => _byField.Keys;

    /// <summary>Notes what is wrong, once; null says that the field is fine.</summary>
    public FieldErrors Add(string field, FieldError? error)
    {
        if (error is null)
            return this;
        if (!_byField.TryGetValue(field, out var found))
            _byField.Add(field, found = []);
        if (found.TrueForAll(known => known.Text != error.Text))
            found.Add(error);
        return this;
    }

    /// <summary>Notes the error unless the rule holds.</summary>
    public FieldErrors Check(string field, bool holds, FieldError error) => holds ? this : Add(field, error);

    /// <summary>Notes a missing value; true when it is there.</summary>
    public bool Present(string field, object? value)
    {
        Check(field, value is not null, FieldError.Missing());
        return value is not null;
    }

    /// <summary>A number within bounds.</summary>
    public FieldErrors Range(string field, int value, int least, int most) => Check(field, value >= least && value <= most, FieldError.Range(least, most));

    /// <summary>A text with so many characters.</summary>
    public FieldErrors Text(string field, string? text, int least, int most) =>
        Check(field, text is not null && text.Length >= least && text.Length <= most, FieldError.Length(least, most));

    /// <summary>A list with so many entries.</summary>
    public FieldErrors Count<T>(string field, IReadOnlyCollection<T>? items, int least, int most) =>
        Check(field, items is not null && items.Count >= least && items.Count <= most, FieldError.Entries(least, most));

    /// <summary>All that was found, by JSON path.</summary>
    public IReadOnlyDictionary<string, FieldError[]> ToDictionary() => _byField.ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);
}
