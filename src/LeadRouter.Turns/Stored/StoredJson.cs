using System.Text.Json;

namespace LeadRouter.Turns.Stored;

/// <summary>What is stored, as this program writes and reads it.</summary>
public static class StoredJson
{
    private static readonly StoredFormat Format = new(StoredTypes.All, StoredTypes.Families, Upcasters.All);

    /// <summary>The options, for the same JSON elsewhere; read-only. They pass over members that a type does not know, which <see cref="Read"/> refuses.</summary>
    public static JsonSerializerOptions Options => Format.Options;

    /// <summary>The options for what is sent to be kept, such as a request's body; read-only. They refuse members that a type does not know.</summary>
    public static JsonSerializerOptions Strict => Format.Strict;

    /// <summary>The options for what is written down.</summary>
    internal static JsonSerializerOptions Written => Format.Written;

    /// <summary>Every stored type.</summary>
    internal static IReadOnlyList<StoredType> Types => Format.Types;

    /// <summary>UTF-8 JSON of a value as its declared type, in the type's current version.</summary>
    public static byte[] Write<T>(T value) => Format.Write(value);

    /// <summary>Reads what <see cref="Write"/> wrote, in this version or an older one.</summary>
    /// <exception cref="JsonException">It is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="StoredFormatException">Its type is unknown, or its version newer than this program.</exception>
    public static T Read<T>(byte[] json) => Format.Read<T>(json);

    /// <summary>An event's name in the journal, for example <c>leadReceived</c>.</summary>
    public static string EventType(Type happened) => Format.Name(happened);

    /// <summary>An event as it goes into the journal: what is personal stands apart.</summary>
    public static EventWrite WriteEvent(long sequence, RecordedEvent recorded) => Format.WriteEvent(sequence, recorded);

    /// <summary>An event of the journal as the record it was. Personal members that were erased are null.</summary>
    /// <exception cref="StoredFormatException">Its type is unknown, or its version newer than this program.</exception>
    public static object ReadEvent(StoredEvent happened) => Format.ReadEvent(happened);

    /// <summary>The same without its personal members: cheaper, for who only counts.</summary>
    /// <exception cref="StoredFormatException">As for <see cref="ReadEvent"/>.</exception>
    public static object ReadEventWithoutPersonal(StoredEvent happened) => Format.ReadEvent(happened with { Personal = null });
}
