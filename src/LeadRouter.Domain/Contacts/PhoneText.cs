using System.Globalization;
using System.Text;

namespace LeadRouter.Domain.Contacts;

/// <summary>What a person wrote, read as digits. It knows nothing of countries.</summary>
/// <param name="Digits">ASCII digits up to an extension or to letters that follow them.</param>
/// <param name="International">A plus stood before them (or after them, as right-to-left copying leaves it).</param>
/// <param name="LettersBeside">Letters stand where digits belong, as in 1-800-FLOWERS.</param>
/// <param name="Letters">Letters, not an extension's name, stand after the digits or instead of them.</param>
internal readonly record struct PhoneText(string Digits, bool International, bool LettersBeside, bool Letters)
{
    private static readonly HashSet<string> ExtensionNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "x", "ext", "extn", "extension", "int", "anexo", "poste", "dw", "доб", "добавочный", "вн", "שלוחה", "שלו",
    };

    private const char Plus = '+';
    private const char FullWidthPlus = '\uFF0B';
    private const string HardSeparators = ",;|\r\n\t";

    /// <summary>
    /// The readings of a text in the order to try them: the first of several numbers, all of it, then what stands before a slash
    /// (which is a separator of numbers in one country and of the area code in another).
    /// </summary>
    public static IEnumerable<PhoneText> Readings(string raw)
    {
        raw = Context(raw);
        var hard = CutAfterDigits(raw, HardSeparators);
        if (hard is not null) yield return Read(hard);
        yield return Read(raw);
        var soft = CutAfterDigits(raw, "/");
        if (soft is not null) yield return Read(soft);
    }

    /// <summary>A <c>tel:</c> URI (RFC 3966) may escape characters and name its country in a parameter.</summary>
    private static string Context(string raw)
    {
        const string Scheme = "tel:";
        raw = raw.TrimStart();
        if (!raw.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return raw;
        var parts = Uri.UnescapeDataString(raw[Scheme.Length..]).Split(';');
        const string Name = "phone-context=+";
        var context = parts.Skip(1).FirstOrDefault(part => part.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return context is null || parts[0].Contains(Plus, StringComparison.Ordinal)
            ? parts[0]
            : $"+{context[Name.Length..]} {parts[0]}";
    }

    private static string? CutAfterDigits(string raw, string separators)
    {
        var first = 0;
        while (first < raw.Length && !char.IsDigit(raw[first])) first++;
        var cut = raw.AsSpan(first).IndexOfAny(separators);
        return cut < 0 ? null : raw[..(first + cut)];
    }

    private static PhoneText Read(string raw)
    {
        var digits = new StringBuilder(raw.Length);
        var (plus, letters, beside) = (false, false, false);
        var spaceBefore = true;
        for (var at = 0; at < raw.Length;)
        {
            if (!Rune.TryGetRuneAt(raw, at, out var rune)) rune = Rune.ReplacementChar;
            var next = at + rune.Utf16SequenceLength;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                letters = false;
            }
            else if (rune.Value is Plus or FullWidthPlus)
                plus |= digits.Length == 0 || !AnyDigit(raw.AsSpan(next));
            else if (Rune.IsLetter(rune))
            {
                var end = EndOfWord(raw, next);
                if (digits.Length > 0)
                {
                    letters = !ExtensionNames.Contains(raw[at..end]);
                    beside = letters && !spaceBefore && rune.IsAscii;
                    break;
                }
                letters = true;
                next = end;
            }
            else if (rune.Value == '#' && digits.Length > 0)
                break;
            spaceBefore = Rune.IsWhiteSpace(rune) || rune.Value is '(' or '[';
            at = next;
        }
        return new PhoneText(digits.ToString(), plus, beside, letters);
    }

    private static int EndOfWord(string raw, int at)
    {
        while (at < raw.Length && char.IsLetter(raw[at])) at++;
        return at;
    }

    private static bool AnyDigit(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) return true;
        return false;
    }
}
