using System.Collections.Frozen;

namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>
/// The country codes of ITU-T E.164 and what is known of each national plan. A row of the tables is: ISO 3166 countries; country code;
/// trunk prefixes (<c>-</c> none, <c>=</c> none and a leading 0 belongs to the number); international prefixes; lengths of a national
/// number; then, where it pays to be strict, <c>digits:lengths</c> for the numbers that begin so.
/// </summary>
internal static class NumberingPlans
{
    private static readonly List<(string[] Countries, NumberingPlan Plan)> All =
        [.. new[] { EuropePlans.Rows, AsiaPlans.Rows, AfricaPlans.Rows, AmericasPlans.Rows, OceaniaPlans.Rows }
            .SelectMany(rows => rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];

    private static readonly FrozenDictionary<string, NumberingPlan> ByCountry =
        All.SelectMany(row => row.Countries.Select(country => (country, row.Plan)))
            .ToFrozenDictionary(entry => entry.country, entry => entry.Plan, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, NumberingPlan> ByCode =
        All.ToFrozenDictionary(row => row.Plan.CountryCode, row => row.Plan, StringComparer.Ordinal);

    /// <summary>The countries of the table, as ISO 3166 two-letter codes.</summary>
    public static IEnumerable<string> Countries => ByCountry.Keys;

    /// <summary>The plan of an ISO 3166 country, or null.</summary>
    public static NumberingPlan? OfCountry(string country) => ByCountry.GetValueOrDefault(country);

    /// <summary>The plan whose country code these digits begin with, or null. No code is the beginning of another one.</summary>
    public static NumberingPlan? OfInternational(string digits)
    {
        for (var length = 1; length <= 3 && length <= digits.Length; length++)
            if (ByCode.TryGetValue(digits[..length], out var plan)) return plan;
        return null;
    }

    private static (string[] Countries, NumberingPlan Plan) Parse(string row)
    {
        var columns = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var byStart =
            from column in columns[5..]
            let halves = column.Split(':')
            from start in halves[0].Split(',')
            orderby start.Length descending
            select KeyValuePair.Create(start, DigitCounts.Parse(halves[1]));
        var plan = new NumberingPlan(
            columns[1], List(columns[2]), columns[2] == "=", List(columns[3]), DigitCounts.Parse(columns[4]), [.. byStart]);
        return (List(columns[0]), plan);
    }

    private static string[] List(string column) => column is "-" or "=" ? [] : column.Split(',');
}
