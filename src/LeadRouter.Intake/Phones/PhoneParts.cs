using PhoneNumbers;

namespace LeadRouter.Intake.Phones;

/// <summary>What somebody types who looks for a phone number: all of it, or the digits remembered.</summary>
public static class PhoneParts
{
    /// <summary>Fewer digits are in every other number.</summary>
    private const int MinDigits = 3;

    private const string Signs = "+-.()/ \u00A0\u2010\u2011\u2012\u2013";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>Texts of which numbers in E.164 contain one when they are meant; empty when the text does not look like a phone number.</summary>
    /// <param name="country">ISO 3166 two-letter code of the country in which a number without country code is dialled.</param>
    public static IEnumerable<string> Of(string text, string country)
    {
        if (text.Length > PhoneParser.MaxRawLength) yield break;
        text = PhoneText.Tidy(text);
        if (!text.All(c => char.IsDigit(c) || Signs.Contains(c, StringComparison.Ordinal))) yield break;
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(text);
        if (digits.Length < MinDigits) yield break;
        if (PhoneParser.Read(text, country) is { Ok: true } whole) yield return whole.Phone.Value.Value;
        yield return Begins(text, digits, country) ?? digits;
    }

    /// <summary>The beginning of a number, when what is dialled before a number stands in front; else the digits can be any of it.</summary>
    private static string? Begins(string text, string digits, string country)
    {
        if (text.StartsWith('+')) return "+" + digits;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return "+" + digits[2..];
        return Library.GetNddPrefixForRegion(country, stripNonDigits: true) is { Length: > 0 } trunk && digits.StartsWith(trunk, StringComparison.Ordinal)
            ? $"+{Library.GetCountryCodeForRegion(country)}{digits[trunk.Length..]}"
            : null;
    }
}
