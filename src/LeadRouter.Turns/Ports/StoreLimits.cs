namespace LeadRouter.Turns.Ports;

/// <summary>Refuses what no caller should ever ask of a store, before it waits among the writes of others: throws an <see cref="ArgumentException"/>.</summary>
public static class StoreLimits
{
    private const int MaxKeyCharacters = 400;
    private const int MaxKindCharacters = 100;
    private const int MaxValueBytes = 16 << 20;
    private const int MaxRowsPerTurn = 10_000;
    private const int MaxFound = 500;
    private const int MaxKeys = 1000;

    /// <summary>Keys have 1 to 400 characters, a value has at most 16 MiB, a turn at most 10,000 rows.</summary>
    public static void Check(TurnWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Check(write.Id);
        ArgumentOutOfRangeException.ThrowIfNegative(write.ExpectedVersion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Events.Count + write.Outbox.Count + write.Index.Count, MaxRowsPerTurn);
        if (write.State is { } state) CheckValue(state);
        foreach (var written in write.Events)
        {
            ArgumentException.ThrowIfNullOrEmpty(written.Type);
            CheckValue(written.Data);
            if (written.Personal is { } personal) CheckValue(personal);
        }
        foreach (var message in write.Outbox)
        {
            Check(message.Key.From);
            Check(message.To);
            CheckValue(message.Body);
        }
        foreach (var change in write.Index)
        {
            CheckKey(change.Index);
            CheckKey(change.Key);
            if (change.Value is { } value) CheckValue(value);
        }
        if (write.LeadRow is { } lead) Check(lead);
    }

    /// <summary>A search asks for 1 to 500 leads.</summary>
    public static void Check(LeadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > MaxFound)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"The limit of a search must be from 1 to {MaxFound}.");
    }

    /// <summary>At most 1,000 keys are looked up at once.</summary>
    public static void CheckKeys(IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, MaxKeys);
    }

    /// <summary>As for a turn.</summary>
    public static void CheckDocument(string collection, string key, byte[] value)
    {
        CheckKey(collection);
        CheckKey(key);
        CheckValue(value);
    }

    private static void Check(LeadRow lead)
    {
        CheckKey(lead.LeadId);
        ArgumentNullException.ThrowIfNull(lead.State);
        ArgumentNullException.ThrowIfNull(lead.Queue);
        if (lead.Open != lead.Live is not null)
            throw new ArgumentException("An open lead is live, and no other.", nameof(lead));
        // The stores keep these once.
        if (lead.Live is { } live && (live.Queue != lead.Queue || LeadRow.StateOf(live.Status) != lead.State || live.Rep?.Value != (lead.OfferedTo ?? (live.IsWorked ? lead.Owner : null))))
            throw new ArgumentException("What the board needs of a lead contradicts its row.", nameof(lead));
    }

    private static void Check(ActorId id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.Kind);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Kind.Length, MaxKindCharacters);
        CheckKey(id.Key);
    }

    private static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxKeyCharacters);
    }

    private static void CheckValue(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxValueBytes);
    }
}
