namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>How the countries that share one country code write their numbers.</summary>
/// <param name="CountryCode">1 to 3 digits.</param>
/// <param name="Trunks">What is dialled before a national number at home and dropped from abroad; in the order they are tried.</param>
/// <param name="KeepsLeadingZero">A national number may begin with 0, and it is dialled from abroad too (Italy).</param>
/// <param name="InternationalPrefixes">What is dialled before a country code; <c>x</c> stands for any digit.</param>
/// <param name="Lengths">Digits of a national number.</param>
/// <param name="LengthsByStart">Stricter lengths of the numbers that begin with certain digits; the longest start wins.</param>
internal sealed record NumberingPlan(
    string CountryCode,
    IReadOnlyList<string> Trunks,
    bool KeepsLeadingZero,
    IReadOnlyList<string> InternationalPrefixes,
    DigitCounts Lengths,
    IReadOnlyList<KeyValuePair<string, DigitCounts>> LengthsByStart)
{
    /// <summary>The lengths that a national number may have, judged by its first digits.</summary>
    public DigitCounts LengthsOf(ReadOnlySpan<char> national)
    {
        foreach (var (start, lengths) in LengthsByStart)
            if (national.StartsWith(start, StringComparison.Ordinal)) return lengths;
        return Lengths;
    }
}
