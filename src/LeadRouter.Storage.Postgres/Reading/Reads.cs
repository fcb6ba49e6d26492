using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Turns.Actors;
using Npgsql;

namespace LeadRouter.Storage.Postgres.Reading;

/// <summary>Each read is one statement on a connection of the pool, so no snapshot outlives it.</summary>
internal sealed class Reads(NpgsqlDataSource source, Pools pools)
{
    public const string OpenLeads =
        "SELECT lead_id, state, queue, owner, offered_to, due_since, is_due, is_worked, activity, activity_since FROM leads WHERE open";

    public async Task<IReadOnlyList<T>> ManyAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params object?[] values)
    {
        try
        {
            await using var command = source.CreateCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancel).ConfigureAwait(false)) rows.Add(row(reader));
            return rows;
        }
        catch (NpgsqlException e)
        {
            if (StoreHealth.IsLost(e)) pools.Clear();
            throw StoreHealth.Unavailable(e);
        }
    }

    public async Task<T?> OneAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params object?[] values) =>
        await ManyAsync(sql, row, cancel, values).ConfigureAwait(false) is [var only, ..] ? only : default;

    public static StoredActor Actor(NpgsqlDataReader r) => new(r.GetInt64(0), r.GetInt64(1), (byte[])r[2]);

    public static DueActor Due(NpgsqlDataReader r) => new(new ActorId(r.GetString(0), r.GetString(1)), Instant(r, 2));

    public static OutboxMessage Message(NpgsqlDataReader r) =>
        new(new OutboxKey(new ActorId(r.GetString(0), r.GetString(1)), r.GetInt64(2)), new ActorId(r.GetString(3), r.GetString(4)), (byte[])r[5]);

    public static StoredEvent Event(NpgsqlDataReader r) =>
        new(r.GetInt64(0), new ActorId(r.GetString(1), r.GetString(2)), r.GetInt64(3), Instant(r, 4), r.GetString(5), (byte[])r[6], r[7] as byte[]);

    public static StoredDocument Document(NpgsqlDataReader r) => new(r.GetString(0), r.GetInt64(1), (byte[])r[2]);

    /// <summary>Revision, collection, and the columns of a document, whose value is null when it was deleted.</summary>
    public static DocumentChange Change(NpgsqlDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetString(2), r[4] is byte[] value ? new StoredDocument(r.GetString(2), r.GetInt64(3), value) : null);

    /// <summary>The columns of <see cref="OpenLeads"/>.</summary>
    public static OpenLead OpenLead(NpgsqlDataReader r)
    {
        var worked = r.GetBoolean(7);
        var rep = r[4] as string ?? (worked ? r[3] as string : null);
        return new OpenLead(r.GetString(0), new LiveLead(r.GetString(2), LeadRow.StatusOf(r.GetString(1)), Instant(r, 5), r.GetBoolean(6), worked,
            rep is null ? null : new RepId(rep), r[8] is string activity ? Enum.Parse<RepActivity>(activity) : null, Instant(r, 9)));
    }

    private static DateTimeOffset Instant(NpgsqlDataReader r, int column) => new(r.GetInt64(column), TimeSpan.Zero);
}
