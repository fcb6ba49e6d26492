using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace LeadRouter.Intake.Phones;

/// <summary>
/// How the numbers of a country look: their first digits and lengths, as the library's general description has them. What is valid
/// in the library's sense is narrower, the ranges in use on the day of its release: a range that was opened since must not cost a lead.
/// </summary>
internal static class CountryShapes
{
    private const int MinDigits = 4;
    private const int MaxDigits = 17;
    private const string NoRegion = "001";

    private static readonly ConcurrentDictionary<int, Regex> ByCode = [];

    /// <summary>Null when the number looks like one of its country, else what is wrong with it.</summary>
    public static PhoneReading? Refuse(PhoneNumberUtil library, PhoneNumber number)
    {
        var shape = ByCode.GetOrAdd(number.CountryCode, static (code, of) => Of(of, code), library);
        var national = library.GetNationalSignificantNumber(number);
        if (shape.IsMatch(national)) return null;
        for (var length = national.Length - 1; length >= MinDigits; length--)
            if (shape.IsMatch(national[..length])) return PhoneRefusals.TooLong;
        for (var length = national.Length + 1; length <= MaxDigits; length++)
            if (shape.IsMatch(national.PadRight(length, '2'))) return PhoneRefusals.TooShort;
        return PhoneRefusals.Impossible;
    }

    private static Regex Of(PhoneNumberUtil library, int code)
    {
        var region = library.GetRegionCodeForCountryCode(code);
        var plan = region == NoRegion ? library.GetMetadataForNonGeographicalRegion(code) : library.GetMetadataForRegion(region);
        return new Regex($"^(?:{plan.GeneralDesc.NationalNumberPattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
