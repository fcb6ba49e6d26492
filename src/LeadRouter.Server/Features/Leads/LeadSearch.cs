using LeadRouter.Intake.Phones;

namespace LeadRouter.Server.Features.Leads;

/// <summary>What to look for when somebody types into the search of leads: leads have their phones in E.164, people type what they dial.</summary>
internal static class LeadSearch
{
    /// <summary>The text itself and, when it looks like a phone number or a part of one, what that is in E.164; nothing for a blank text.</summary>
    /// <param name="country">ISO 3166 two-letter code of the country in which a number without country code is dialled.</param>
    public static IReadOnlyList<string> Texts(string? text, string country) => text?.Trim() is { Length: > 0 } given
        ? [.. PhoneParts.Of(given, country).Prepend(given).Distinct(StringComparer.Ordinal)]
        : [];
}
