using System.Globalization;
using System.Text;

namespace LeadRouter.Domain.Contacts;

/// <summary>
/// E-mail addresses as people and forms write them, made one canonical text. The check is of the syntax that mailboxes really have
/// (RFC 5321 dot-atoms, RFC 5891 domains), not of whether the mailbox exists. Refusals have the code <c>empty</c>, <c>too_long</c>,
/// <c>no_at</c>, <c>bad_local_part</c> or <c>bad_domain</c>.
/// </summary>
public static class EmailAddresses
{
    /// <summary>The longest address that SMTP can carry (RFC 3696, erratum 1690).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;
    private const int MaxDomainLength = 253;
    private const string LocalSigns = "!#$%&'*+/=?^_`{|}~-.";

    private static readonly Normalized Empty = Refuse("empty", "The e-mail address is empty; send it as name@example.com.");
    private static readonly Normalized TooLong = Refuse("too_long", "The e-mail address is longer than 254 characters.");
    private static readonly Normalized NoAt = Refuse("no_at", "The e-mail address must have one @ between name and domain.");
    private static readonly Normalized BadLocalPart = Refuse("bad_local_part", "The e-mail address has a name before the @ that no mailbox has.");
    private static readonly Normalized BadDomain = Refuse("bad_domain", "The e-mail address has a domain after the @ that cannot exist.");

    /// <summary>
    /// Trimmed, lower case, its domain in ASCII (punycode). <c>mailto:</c> and angle brackets around it are dropped, and so is what
    /// cannot be seen. Normalising the result again gives the same.
    /// </summary>
    public static Normalized Normalize(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return Empty;
        // Eight times the limit leaves room for wrapping and escapes, and bounds the work below.
        if (raw.Length > 8 * MaxLength) return TooLong;
        var text = Unwrap(Visible(raw));
        if (text.Length == 0) return Empty;
        var at = text.LastIndexOf('@');
        if (at < 0) return NoAt;
        var local = text[..at];
        if (local.Contains('@', StringComparison.Ordinal)) return NoAt;
        if (!IsLocalPart(local)) return BadLocalPart;
        if (ToAsciiDomain(text[(at + 1)..]) is not { } domain) return BadDomain;
        return local.Length + 1 + domain.Length > MaxLength ? TooLong : Normalized.To(local + "@" + domain);
    }

    private static string Visible(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                text.Append(rune.ToString());
        // Compatibility forms: an input method in full-width mode writes ＠ for @.
        return text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC).Trim();
    }

    private static string Unwrap(string text)
    {
        const string Scheme = "mailto:";
        if (text.StartsWith(Scheme, StringComparison.Ordinal)) text = text[Scheme.Length..].TrimStart();
        if (text.StartsWith('<') && text.EndsWith('>')) text = text[1..^1].Trim();
        return text.TrimEnd('.', ',', ';').TrimEnd();
    }

    private static bool IsLocalPart(string local)
    {
        if (local.Length is 0 or > MaxLocalLength) return false;
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var rune in local.EnumerateRunes())
            if (!(Rune.IsLetterOrDigit(rune) || IsMark(rune) || (rune.IsAscii && LocalSigns.Contains((char)rune.Value, StringComparison.Ordinal))))
                return false;
        return true;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? ToAsciiDomain(string domain)
    {
        if (domain.Length is 0 or > MaxDomainLength || !domain.Contains('.', StringComparison.Ordinal)) return null;
        string ascii;
        try
        {
            ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
        var labels = ascii.Split('.');
        var top = labels[^1];
        return ascii.Length <= MaxDomainLength && labels.All(IsLabel) && top.Length >= 2 && !top.All(char.IsAsciiDigit) ? ascii : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static Normalized Refuse(string code, string text) => Normalized.Refuse(new Refusal(code, text));
}
