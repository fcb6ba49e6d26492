using System.Text.Json;

namespace LeadRouter.Server.Features.Desks;

/// <summary>Keeps the desk in force: loaded at start, replaced as a whole, never half, here or by another server; the newest version is in force.</summary>
internal sealed class DeskService(IDocumentStore documents) : IDesks, IQueueNames, IDocumentReader
{
    private const string Key = "desk";

    private volatile Versioned _current = new(0, DeskSnapshot.Of(DefaultDesk.Create()));

    public string Collection => "desk";

    public DeskSnapshot Current => _current.Snapshot;

    /// <summary>Version of the desk in force, from 1.</summary>
    public long Version => _current.Version;

    public event Action<Desk>? Changed;

    public bool Exists(string queue) => Current.Desk.FindQueue(queue) is not null;

    /// <summary>Loads the stored desk; the first time, stores <paramref name="first"/>.</summary>
    public async Task LoadAsync(Desk first, CancellationToken cancel)
    {
        var stored = await documents.GetAsync(Collection, Key, cancel);
        if (stored is null && await documents.PutAsync(Collection, Key, StoredJson.Write(first), 0, cancel) is { } version)
        {
            _current = new Versioned(version, DeskSnapshot.Of(first));
            return;
        }

        // Of several servers that start at the same moment one makes the desk, and it is everybody's.
        stored ??= await documents.GetAsync(Collection, Key, cancel) ?? throw new InvalidOperationException("The desk was there a moment ago and is gone.");
        _current = new Versioned(stored.Version, DeskSnapshot.Of(Read(stored)));
    }

    /// <summary>Puts a validated desk in force; null when it was changed since <paramref name="expectedVersion"/>.</summary>
    public async Task<long?> PutAsync(Desk desk, long? expectedVersion, CancellationToken cancel)
    {
        var version = await documents.PutAsync(Collection, Key, StoredJson.Write(desk), expectedVersion, cancel);
        if (version is not { } written)
            return null;
        PutInForce(desk, written);
        return written;
    }

    public Task ApplyAsync(string key, StoredDocument? document)
    {
        if (key == Key && document is not null && document.Version > Version)
            PutInForce(Read(document), document.Version);
        return Task.CompletedTask;
    }

    /// <summary>Reads a desk from a request body.</summary>
    /// <exception cref="JsonException">It is not the JSON of a desk, or has a field that no desk has.</exception>
    public static async Task<Desk> ReadAsync(Stream body, CancellationToken cancel) =>
        await JsonSerializer.DeserializeAsync<Desk>(body, StoredJson.Strict, cancel) ?? throw new JsonException("Send a desk, not null.");

    private void PutInForce(Desk desk, long version)
    {
        Versioned before;
        var after = new Versioned(version, DeskSnapshot.Of(desk));
        do
        {
            before = _current;
            if (before.Version >= version)
                return;
        }
        while (Interlocked.CompareExchange(ref _current!, after, before) != before);

        Changed?.Invoke(desk);
    }

    private static Desk Read(StoredDocument document)
    {
        try
        {
            return StoredJson.Read<Desk>(document.Value);
        }
        catch (JsonException wrong)
        {
            throw new StoredFormatException($"The stored desk cannot be read; it was written by a newer version of LeadRouter, or is damaged: {wrong.Message}", wrong);
        }
    }

    private sealed record Versioned(long Version, DeskSnapshot Snapshot);
}
