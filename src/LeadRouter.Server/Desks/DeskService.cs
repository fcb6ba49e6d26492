using System.Text.Json;
using LeadRouter.Accounts;
using LeadRouter.Domain.Desks;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Server.Desks;

/// <summary>Keeps the desk in force: loaded at start, replaced as a whole, never half.</summary>
internal sealed class DeskService(IDocumentStore documents) : IDeskSource, IQueueNames
{
    private const string Collection = "desk";
    private const string Key = "desk";

    private volatile Versioned _current = new(0, DeskSnapshot.Of(DefaultDesk.Create()));

    public DeskSnapshot Current => _current.Snapshot;

    /// <summary>Version of the desk in force, from 1.</summary>
    public long Version => _current.Version;

    /// <summary>Called after a new desk has come into force.</summary>
    public event Action<Desk>? Changed;

    public bool Exists(string queue) => Current.Desk.FindQueue(queue) is not null;

    /// <summary>Loads the stored desk; the first time, stores <paramref name="first"/>.</summary>
    public async Task LoadAsync(Desk first, CancellationToken cancel)
    {
        if (await documents.GetAsync(Collection, Key, cancel) is { } stored)
        {
            _current = new Versioned(stored.Version, DeskSnapshot.Of(StoredJson.Read<Desk>(stored.Value)));
            return;
        }

        var version = await documents.PutAsync(Collection, Key, StoredJson.Write(first), 0, cancel) ?? throw new InvalidOperationException("The desk was made by somebody else at the same moment; start again.");
        _current = new Versioned(version, DeskSnapshot.Of(first));
    }

    /// <summary>Puts a validated desk in force; null when it was changed since <paramref name="expectedVersion"/>.</summary>
    public async Task<long?> PutAsync(Desk desk, long? expectedVersion, CancellationToken cancel)
    {
        var version = await documents.PutAsync(Collection, Key, StoredJson.Write(desk), expectedVersion, cancel);
        if (version is not { } written)
            return null;
        Versioned before;
        var after = new Versioned(written, DeskSnapshot.Of(desk));
        do
        {
            before = _current;
            if (before.Version > written)
                return written;
        }
        while (Interlocked.CompareExchange(ref _current!, after, before) != before);

        Changed?.Invoke(desk);
        return written;
    }

    /// <summary>Reads a desk from a request body.</summary>
    /// <exception cref="JsonException">It is not the JSON of a desk.</exception>
    public static async Task<Desk> ReadAsync(Stream body, CancellationToken cancel) =>
        await JsonSerializer.DeserializeAsync<Desk>(body, StoredJson.Options, cancel) ?? throw new JsonException("Send a desk, not null.");

    private sealed record Versioned(long Version, DeskSnapshot Snapshot);
}
