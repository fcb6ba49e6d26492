using System.Globalization;
using System.Text;

namespace LeadRouter.Intake;

/// <summary>
/// Makes a sender's text safe to show: no control characters (a NUL ends texts in databases and terminals), no bidirectional overrides
/// (they make one name look like another), no half surrogates. The marks that right-to-left text needs (U+200E, U+200F) stay.
/// </summary>
internal static class CleanText
{
    /// <summary>Trimmed, every run of white space one space; null when nothing is left.</summary>
    public static string? OneLine(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!IsUnsafe(rune))
                clean.Append(rune.ToString());
        }
        var result = clean.ToString().TrimEnd();
        return result.Length == 0 ? null : result;
    }

    /// <summary>Trimmed, line breaks as <c>\n</c>, tabs kept; null when nothing is left.</summary>
    public static string? Lines(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !IsUnsafe(rune))
                clean.Append(rune.ToString());
        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    public static bool HasControls(string text) => text.EnumerateRunes().Any(IsUnsafe);

    /// <summary>The first characters, never half of a pair.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0xFEFF or 0x2028 or 0x2029
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
