namespace LeadRouter.Domain.Desks;

/// <summary>Collects what is wrong, by JSON path.</summary>
internal sealed class Problems
{
    private readonly Dictionary<string, List<string>> _found = [];

    public void Check(string path, bool holds, string problem)
    {
        if (holds)
            return;
        if (!_found.TryGetValue(path, out var problems))
            _found.Add(path, problems = []);
        problems.Add(problem);
    }

    public bool Present(string path, object? value)
    {
        Check(path, value is not null, "This is missing.");
        return value is not null;
    }

    public void Range(string path, int value, int least, int most) =>
        Check(path, value >= least && value <= most, $"Give {least} to {most}.");

    public void Text(string path, string? text, int least, int most) =>
        Check(path, text is not null && text.Length >= least && text.Length <= most, $"Give {least} to {most} characters.");

    public void Count<T>(string path, IReadOnlyCollection<T>? items, int least, int most) =>
        Check(path, items is not null && items.Count >= least && items.Count <= most, $"Give {least} to {most} entries.");

    public IReadOnlyDictionary<string, string[]> ToDictionary() => _found.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
}
