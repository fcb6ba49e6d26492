using System.Text.Json;
using System.Text.Json.Serialization;
using LeadRouter.Contracts;

namespace LeadRouter.Server.Boards;

/// <summary>The board at a moment. It is written as JSON once, whoever and however many are to see it.</summary>
/// <param name="changes">How many changes it shows.</param>
/// <param name="takenAt">The timestamp of the moment.</param>
[JsonConverter(typeof(AsWritten))]
internal sealed class BoardSnapshot(long changes, long takenAt, BoardDto board, JsonSerializerOptions options)
{
    private readonly Lazy<byte[]> _json = new(() => JsonSerializer.SerializeToUtf8Bytes(board, options));

    public long Changes => changes;

    public long TakenAt => takenAt;

    /// <summary>UTF-8 JSON of the <see cref="BoardDto"/>.</summary>
    public byte[] Json => _json.Value;

    /// <summary>Puts the JSON into that of a message as it is.</summary>
    internal sealed class AsWritten : JsonConverter<BoardSnapshot>
    {
        public override BoardSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A board is only sent.");

        public override void Write(Utf8JsonWriter writer, BoardSnapshot value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
