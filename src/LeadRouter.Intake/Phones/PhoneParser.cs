using System.Collections.Frozen;
using System.Globalization;
using LeadRouter.Domain.Contacts;
using PhoneNumbers;

namespace LeadRouter.Intake.Phones;

/// <summary>
/// Phone numbers as people and forms write them, read by libphonenumber. Judged by country code, first digits and length, not by which
/// ranges are in use: a number that comes out can exist, it need not. Refusals have the code <c>empty</c>, <c>letters</c>,
/// <c>too_short</c>, <c>too_long</c>, <c>unknown_country</c> or <c>impossible</c>.
/// </summary>
public static class PhoneParser
{
    /// <summary>A longer text is no phone number, whatever it holds.</summary>
    public const int MaxRawLength = 200;

    private const string UnknownRegion = "ZZ";
    private const int MaxPieces = 10;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();
    private static readonly FrozenSet<string> Regions = Library.GetSupportedRegions().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the phone numbers of this ISO 3166 two-letter country are known, in either case.</summary>
    public static bool IsKnownCountry(string? country) => country is not null && Regions.Contains(country);

    /// <summary>The number in E.164. Reading that form again gives the same.</summary>
    /// <param name="raw">
    /// International (<c>+972…</c>, <c>00972…</c>, the home country's own international prefix, a <c>tel:</c> URI) or as dialled at
    /// home; digits of any script; spaces, dashes, dots, parentheses, an extension and words around it do not matter.
    /// </param>
    /// <param name="defaultCountry">ISO 3166 two-letter code of the country in which a number without country code is dialled.</param>
    public static PhoneReading Read(string? raw, string defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(raw)) return PhoneRefusals.Empty;
        if (raw.Length > MaxRawLength) return PhoneRefusals.TooLong;
        var region = IsKnownCountry(defaultCountry) ? defaultCountry.ToUpperInvariant() : UnknownRegion;
        var text = PhoneText.Tidy(raw);
        // The library takes letters for those on a keypad, which makes a number of any word.
        if (!PhoneText.IsUri(text) && PhoneText.HasLetters(text))
            return FirstPiece(text, region) ?? PhoneRefusals.Letters;
        var whole = Parse(text, region);
        if (whole.Ok) return whole;
        return InternationalAnywhere(text, region) ?? FirstPiece(text, region) ?? whole;
    }

    /// <summary>People write 00 for the plus also where it is not what they dial.</summary>
    private static PhoneReading? InternationalAnywhere(string text, string region) =>
        text.StartsWith("00", StringComparison.Ordinal) && Parse("+" + text[2..], region) is { Ok: true } abroad ? abroad : null;

    /// <summary>The first of several numbers, or the one among words.</summary>
    private static PhoneReading? FirstPiece(string text, string region)
    {
        foreach (var found in Library.FindNumbers(text, region, PhoneNumberUtil.Leniency.POSSIBLE, MaxPieces))
            if (PhoneText.IsWhole(text, found.Start, found.RawString.Length) && Judge(found.Number, found.RawString, region) is { Ok: true } piece)
                return piece;
        return null;
    }

    private static PhoneReading Parse(string text, string region)
    {
        try
        {
            return Judge(Library.Parse(text, region), text, region);
        }
        catch (NumberParseException no)
        {
            return no.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE => PhoneRefusals.UnknownCountry,
                ErrorType.TOO_LONG => PhoneRefusals.TooLong,
                _ => PhoneText.HasDigits(text) ? PhoneRefusals.TooShort : PhoneRefusals.Empty,
            };
        }
    }

    private static PhoneReading Judge(PhoneNumber number, string text, string region)
    {
        number = PlusForgotten(number, text, region) ?? number;
        return Library.IsPossibleNumberWithReason(number) switch
        {
            PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneRefusals.TooLong,
            PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => PhoneRefusals.UnknownCountry,
            PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhoneRefusals.TooShort,
            _ => CountryShapes.Refuse(Library, number) ?? InE164(number),
        };
    }

    private static PhoneReading InE164(PhoneNumber number)
    {
        // The library knows national services with more digits than E.164 has; nobody abroad can dial them.
        var phone = new Phone(Library.Format(number, PhoneNumberFormat.E164));
        return phone.Value.Length > 1 + Phone.MaxDigits ? PhoneRefusals.TooLong : new PhoneReading(phone, null);
    }

    /// <summary>
    /// People leave the plus out, and spreadsheets eat it. Where numbers have no fixed length, what then begins with the country code can
    /// be a number of home too; its trunk prefix would be missing, so that the plus is what was forgotten.
    /// </summary>
    private static PhoneNumber? PlusForgotten(PhoneNumber number, string text, string region)
    {
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(text);
        if (text.StartsWith('+') || number.CountryCode != Library.GetCountryCodeForRegion(region)
            || !digits.StartsWith(number.CountryCode.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || Library.GetNddPrefixForRegion(region, stripNonDigits: true) is null)
            return null;
        try
        {
            return Library.Parse("+" + digits, region) is var abroad && Library.IsValidNumber(abroad) ? abroad : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
