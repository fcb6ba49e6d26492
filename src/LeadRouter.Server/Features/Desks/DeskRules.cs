using LeadRouter.Intake.Phones;

namespace LeadRouter.Server.Features.Desks;

/// <summary>What is wrong with a desk: what its own rules say, and whether local phone numbers can be read by its country.</summary>
internal static class DeskRules
{
    /// <summary>What is wrong by JSON path; nothing when it may come into force.</summary>
    public static FieldErrors Validate(Desk desk) =>
        DeskValidator.Validate(desk).Check("defaultCountry", PhoneParser.IsKnownCountry(desk.DefaultCountry), FieldError.Country());
}
