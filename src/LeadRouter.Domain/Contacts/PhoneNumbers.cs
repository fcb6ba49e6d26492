using LeadRouter.Domain.Contacts.Plans;

namespace LeadRouter.Domain.Contacts;

/// <summary>
/// Phone numbers as people and forms write them, made E.164. Judged by country code, trunk prefix and length, not by which ranges a
/// carrier has opened: a number that comes out can exist, it need not. Refusals have the code <c>empty</c>, <c>letters</c>,
/// <c>too_short</c>, <c>too_long</c>, <c>unknown_country</c> or <c>impossible</c>.
/// </summary>
/// <remarks>Source of the rules: ITU-T E.164 and E.123, the national plans filed with the ITU, RFC 3966 for <c>tel:</c>.</remarks>
public static class PhoneNumbers
{
    /// <summary>A longer text is no phone number, whatever it holds.</summary>
    public const int MaxRawLength = 200;

    /// <summary>Whether the table has a numbering plan of this ISO 3166 two-letter country, in either case.</summary>
    public static bool IsKnownCountry(string? country) => country is not null && NumberingPlans.OfCountry(country) is not null;

    /// <summary>The E.164 form, <c>+</c> and 7 to 15 digits in most countries. Normalising that form again gives the same.</summary>
    /// <param name="raw">
    /// International (<c>+972…</c>, <c>00972…</c>, the home country's own international prefix, a <c>tel:</c> URI) or as dialled at
    /// home; digits of any script; spaces, dashes, dots, parentheses, an extension and words around it do not matter.
    /// </param>
    /// <param name="defaultCountry">ISO 3166 two-letter code of the country in which a number without country code is dialled.</param>
    public static Normalized Normalize(string? raw, string defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(raw)) return PhoneRefusals.Empty;
        if (raw.Length > MaxRawLength) return PhoneRefusals.TooLong;
        var home = NumberingPlans.OfCountry(defaultCountry);
        Normalized? first = null;
        foreach (var reading in PhoneText.Readings(raw))
        {
            var result = FromReading(reading, home);
            if (result.Ok) return result;
            first ??= result;
        }
        return first!.Value;
    }

    private static Normalized FromReading(PhoneText text, NumberingPlan? home)
    {
        if (text.LettersBeside) return PhoneRefusals.Letters;
        if (text.Digits.Length == 0) return text.Letters ? PhoneRefusals.Letters : PhoneRefusals.Empty;
        var result = text.International ? FromPlus(text.Digits, home) : FromHome(text.Digits, home);
        return !result.Ok && text.Letters ? PhoneRefusals.Letters : result;
    }

    /// <summary>No country code begins with 0: a plus before it is a slip, and the rest is what it would be without the plus.</summary>
    private static Normalized FromPlus(string digits, NumberingPlan? home) =>
        digits[0] == '0' ? FromHome(digits, home) : FromAbroad(digits);

    private static Normalized FromHome(string digits, NumberingPlan? home)
    {
        var abroad = FromInternationalPrefix(digits, home);
        if (abroad is { Ok: true }) return abroad.Value;
        if (home is null) return abroad ?? PhoneRefusals.UnknownCountry;
        var national = NationalNumbers.ToE164(home, digits);
        if (digits.StartsWith(home.CountryCode, StringComparison.Ordinal))
        {
            // People leave the plus out, and spreadsheets eat it. When the number is right at home too, its length decides: where such
            // numbers have only one, that is no coincidence.
            var plusForgotten = FromAbroad(digits);
            if (plusForgotten.Ok && !(national.Ok && home.LengthsOf(digits).IsSingle)) return plusForgotten;
        }
        return national.Ok ? national : abroad ?? national;
    }

    /// <summary>Null when no international prefix stands in front.</summary>
    private static Normalized? FromInternationalPrefix(string digits, NumberingPlan? home)
    {
        Normalized? first = null;
        foreach (var prefix in (home?.InternationalPrefixes ?? []).Append("00"))
        {
            if (!StartsWith(digits, prefix)) continue;
            var result = FromAbroad(digits[prefix.Length..]);
            if (result.Ok) return result;
            first ??= result;
        }
        return first;
    }

    private static Normalized FromAbroad(string digits)
    {
        if (digits.Length == 0) return PhoneRefusals.TooShort;
        var plan = NumberingPlans.OfInternational(digits);
        return plan is null ? PhoneRefusals.UnknownCountry : NationalNumbers.ToE164(plan, digits[plan.CountryCode.Length..]);
    }

    private static bool StartsWith(string digits, string prefix)
    {
        if (digits.Length < prefix.Length) return false;
        for (var at = 0; at < prefix.Length; at++)
            if (prefix[at] != 'x' && prefix[at] != digits[at]) return false;
        return true;
    }
}
