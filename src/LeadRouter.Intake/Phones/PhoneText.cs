using System.Globalization;
using System.Text;

namespace LeadRouter.Intake.Phones;

/// <summary>A phone number as somebody wrote it, without what the library does not expect of people, who copy and paste.</summary>
internal static class PhoneText
{
    private const string Scheme = "tel:";
    private const char FullWidthPlus = '\uFF0B';

    /// <summary>Between two numbers, or between a number and what is said about it.</summary>
    private const string Breaks = ",;:|/\r\n\t";

    /// <summary>Trimmed; empty when there is nothing to see.</summary>
    public static string Tidy(string raw)
    {
        var text = Visible(raw).Replace(FullWidthPlus, '+').Trim();
        if (IsUri(text)) return Uri.UnescapeDataString(text);
        // A plus at the end is one that was copied from right to left, and no country code begins with 0.
        if (text.Length > 1 && text.IndexOf('+', StringComparison.Ordinal) == text.Length - 1) text = "+" + text[..^1];
        return text is ['+', '0', not '0', ..] ? text[1..] : text;
    }

    /// <summary>RFC 3966: its letters are names of parameters.</summary>
    public static bool IsUri(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetter);

    public static bool HasDigits(string text) => text.EnumerateRunes().Any(Rune.IsDigit);

    /// <summary>
    /// Whether a piece is a number of its own: no more digits beside it, which would make it a part of a longer one that is wrong, and no
    /// letter right after it, as in 1-800-FLOWERS and in 9.72521E+11.
    /// </summary>
    public static bool IsWhole(string text, int start, int length)
    {
        var end = start + length;
        return (end == text.Length || !char.IsAsciiLetter(text[end]))
            && !DigitFollows(text.AsSpan(end)) && !DigitPrecedes(text.AsSpan(0, start));
    }

    private static bool DigitFollows(ReadOnlySpan<char> after)
    {
        foreach (var c in after)
        {
            if (char.IsDigit(c)) return true;
            if (Separates(c)) return false;
        }
        return false;
    }

    private static bool DigitPrecedes(ReadOnlySpan<char> before)
    {
        for (var at = before.Length - 1; at >= 0; at--)
        {
            if (char.IsDigit(before[at])) return true;
            if (Separates(before[at])) return false;
        }
        return false;
    }

    private static bool Separates(char c) => char.IsLetter(c) || Breaks.Contains(c, StringComparison.Ordinal);

    /// <summary>Marks of direction stand in what is copied from right-to-left text.</summary>
    private static string Visible(string raw) => string.Concat(raw.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
