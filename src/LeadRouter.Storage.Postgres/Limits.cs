using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Postgres;

/// <summary>Refuses what no caller should ever ask for, before it waits among the writes of others.</summary>
internal static class Limits
{
    private const int MaxKeyCharacters = 400;
    private const int MaxKindCharacters = 100;
    private const int MaxValueBytes = 16 << 20;
    private const int MaxRowsPerTurn = 10_000;
    private const int MaxFound = 500;

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
        if (write.LeadRow is { } lead)
        {
            CheckKey(lead.LeadId);
            ArgumentNullException.ThrowIfNull(lead.State);
            ArgumentNullException.ThrowIfNull(lead.Queue);
        }
    }

    public static void Check(LeadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > MaxFound)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"The limit of a search must be from 1 to {MaxFound}.");
    }

    public static void CheckDocument(string collection, string key, byte[] value)
    {
        CheckKey(collection);
        CheckKey(key);
        CheckValue(value);
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
