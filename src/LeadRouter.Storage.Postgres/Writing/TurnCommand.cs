using Npgsql;
using NpgsqlTypes;

namespace LeadRouter.Storage.Postgres.Writing;

/// <summary>One turn as one call of <c>write_turn</c>, whose answer is null or why it was refused.</summary>
internal static class TurnCommand
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private const NpgsqlDbType Longs = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    private const NpgsqlDbType Blobs = NpgsqlDbType.Array | NpgsqlDbType.Bytea;
    private const string Gone = "gone";
    private static readonly string Sql = $"SELECT write_turn({string.Join(", ", Enumerable.Range(1, 31).Select(i => $"${i}"))})";

    /// <summary>About how much the turn sends.</summary>
    public static long Bytes(TurnWrite turn) =>
        (turn.State?.Length ?? 0) + turn.Events.Sum(e => (long)e.Data.Length + (e.Personal?.Length ?? 0)) +
        turn.Outbox.Sum(m => (long)m.Body.Length) + turn.Index.Sum(i => (long)(i.Value?.Length ?? 0));

    /// <summary>Its answer, when that is a refusal.</summary>
    public static Exception Refusal(TurnWrite turn, string answer) => answer == Gone
        ? new MessageGoneException($"{turn.Id} consumes a message that is gone.")
        : new VersionConflictException($"{turn.Id} {answer}.");

    public static NpgsqlBatchCommand Of(TurnWrite turn)
    {
        var command = new NpgsqlBatchCommand(Sql);
        void Add(NpgsqlDbType type, object? value) => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

        Add(NpgsqlDbType.Text, turn.Id.Kind);
        Add(NpgsqlDbType.Text, turn.Id.Key);
        Add(NpgsqlDbType.Bigint, turn.ExpectedVersion);
        Add(NpgsqlDbType.Bigint, turn.OutboxSequence);
        Add(NpgsqlDbType.Bytea, turn.State);
        Add(NpgsqlDbType.Boolean, turn.Delete);
        Add(NpgsqlDbType.Bigint, turn.DueAt?.UtcTicks);
        Add(Longs, turn.Events.Select(e => e.Sequence).ToArray());
        Add(Longs, turn.Events.Select(e => e.At.UtcTicks).ToArray());
        Add(Texts, turn.Events.Select(e => e.Type).ToArray());
        Add(Blobs, turn.Events.Select(e => e.Data).ToArray());
        Add(Blobs, turn.Events.Select(e => e.Personal).ToArray());
        Add(Texts, turn.Outbox.Select(m => m.Key.From.Kind).ToArray());
        Add(Texts, turn.Outbox.Select(m => m.Key.From.Key).ToArray());
        Add(Longs, turn.Outbox.Select(m => m.Key.Sequence).ToArray());
        Add(Texts, turn.Outbox.Select(m => m.To.Kind).ToArray());
        Add(Texts, turn.Outbox.Select(m => m.To.Key).ToArray());
        Add(Blobs, turn.Outbox.Select(m => m.Body).ToArray());
        Add(NpgsqlDbType.Text, turn.Consumed?.From.Kind);
        Add(NpgsqlDbType.Text, turn.Consumed?.From.Key);
        Add(NpgsqlDbType.Bigint, turn.Consumed?.Sequence);
        Add(Texts, turn.Index.Select(i => i.Index).ToArray());
        Add(Texts, turn.Index.Select(i => i.Key).ToArray());
        Add(Blobs, turn.Index.Select(i => i.Value).ToArray());
        Add(Texts, turn.LeadRow is { } l ? new[] { l.LeadId, l.State, l.Queue, l.Owner, l.OfferedTo, l.Source, l.Campaign, SearchText.Of(l), l.Live?.Activity?.ToString() } : null);
        Add(NpgsqlDbType.Bigint, turn.LeadRow?.ReceivedAt.UtcTicks);
        Add(NpgsqlDbType.Boolean, turn.LeadRow?.Open);
        var live = turn.LeadRow?.Live;
        Add(NpgsqlDbType.Bigint, live?.DueSince.UtcTicks);
        Add(NpgsqlDbType.Boolean, live?.IsDue);
        Add(NpgsqlDbType.Boolean, live?.IsWorked);
        Add(NpgsqlDbType.Bigint, live?.Since.UtcTicks);
        return command;
    }
}
