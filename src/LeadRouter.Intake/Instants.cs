using System.Globalization;

namespace LeadRouter.Intake;

/// <summary>Reads instants as senders write them; without an offset they are UTC, never the server's own zone.</summary>
internal static class Instants
{
    public const string Sentence = "Send an RFC 3339 instant between the years 2000 and 2100, for example 2026-03-01T09:30:00Z.";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd",
    ];

    public static bool TryRead(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant) && IsPlausible(instant);

    public static bool IsPlausible(DateTimeOffset instant) => instant.UtcDateTime.Year is >= 2000 and < 2100;
}
