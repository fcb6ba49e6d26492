using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadRouter.Server.Features.Boards;

/// <summary>The board at a moment. It is written as JSON once, whoever and however many are to see it.</summary>
[JsonConverter(typeof(AsWritten))]
internal sealed record BoardSnapshot : BoardDto
{
    private readonly Lazy<byte[]> _json;

    /// <param name="changes">How many changes it shows.</param>
    /// <param name="takenAt">The timestamp of the moment.</param>
    [SetsRequiredMembers]
    public BoardSnapshot(long changes, long takenAt, BoardDto board, JsonSerializerOptions options)
        : base(board)
    {
        (Changes, TakenAt) = (changes, takenAt);
        _json = new(() => JsonSerializer.SerializeToUtf8Bytes(board, options));
    }

    public long Changes { get; }

    public long TakenAt { get; }

    /// <summary>UTF-8 JSON of the board.</summary>
    public byte[] Json => _json.Value;

    /// <summary>Puts the JSON into that of a message as it is.</summary>
    internal sealed class AsWritten : JsonConverter<BoardSnapshot>
    {
        public override BoardSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A board is only sent.");

        public override void Write(Utf8JsonWriter writer, BoardSnapshot value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
