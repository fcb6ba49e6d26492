using LeadRouter.Domain.Desks;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Server.Features.Desks;

/// <summary>What is wrong with a desk: what its own rules say, and whether local phone numbers can be read by its country.</summary>
internal static class DeskRules
{
    private const string Country = "defaultCountry";

    /// <summary>Problems by JSON path; empty when it may come into force.</summary>
    public static IReadOnlyDictionary<string, string[]> Validate(Desk desk)
    {
        var problems = DeskValidator.Validate(desk);
        return problems.ContainsKey(Country) || PhoneParser.IsKnownCountry(desk.DefaultCountry)
            ? problems
            : new Dictionary<string, string[]>(problems) { [Country] = ["Give an ISO 3166 country whose phone numbers are known, for example IL."] };
    }
}
