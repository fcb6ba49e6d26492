namespace LeadRouter.Simulation.Hosting;

/// <summary>An index on the disk, in the order of its keys.</summary>
internal sealed class IndexTable
{
    private readonly SortedList<string, IndexEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>What was read last; null when it has changed since.</summary>
    private IndexEntry[]? _read;

    public bool IsEmpty => _entries.Count == 0;

    public IReadOnlyList<IndexEntry> Entries => _read ??= [.. _entries.Values];

    public bool Has(string key) => _entries.ContainsKey(key);

    public void Apply(IndexChange change)
    {
        _read = null;
        if (change.Value is { } value)
            _entries[change.Key] = new IndexEntry(change.Key, value);
        else
            _entries.Remove(change.Key);
    }
}
