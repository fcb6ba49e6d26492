using System.Collections.Frozen;

namespace LeadRouter.Intake;

/// <summary>The names that senders give to the fields of a lead, in forms and in JSON. Compared by their letters and digits only, in any case.</summary>
internal static class FieldAliases
{
    public const string FirstName = "firstName";
    public const string LastName = "lastName";

    /// <summary>By field, the best name first: of several that are sent, the first of them that is not blank counts.</summary>
    private static readonly (string Field, string[] Names)[] Table =
    [
        (Fields.ExternalId, ["externalId", "leadId", "submissionId", "entryId"]),
        (Fields.Name, ["name", "fullName", "yourName", "contactName", "customerName", "שם", "שם מלא", "имя", "фио"]),
        (FirstName, ["firstName", "fname", "givenName", "nameFirst", "שם פרטי"]),
        (LastName, ["lastName", "lname", "surname", "familyName", "nameLast", "שם משפחה"]),
        (Fields.Phone,
        [
            "phone", "phoneNumber", "tel", "telephone", "mobile", "mobilePhone", "mobileNumber", "cell", "cellPhone", "yourPhone", "yourTel",
            "contactPhone", "טלפון", "טלפון נייד", "נייד", "מספר טלפון", "телефон",
        ]),
        (Fields.Email, ["email", "emailAddress", "mail", "yourEmail", "contactEmail", "אימייל", "מייל", "דוא״ל", "почта"]),
        (Fields.Source, ["source"]),
        (Fields.Campaign, ["campaign", "campaignName", "utmCampaign"]),
        (Fields.Queue, ["queue"]),
        (Fields.Language, ["language", "lang", "locale"]),
        (Fields.Message, ["message", "yourMessage", "comments", "comment", "notes", "הודעה", "הערות", "сообщение", "комментарий"]),
        (Fields.Score, ["score", "leadScore"]),
        (Fields.RequestedAt, ["requestedAt", "submittedAt"]),
        (Fields.ConsentText, ["consentText", "consent"]),
        (Fields.ConsentAt, ["consentAt"]),
        (Fields.ConsentKind, ["consentKind"]),
    ];

    private static readonly FrozenDictionary<string, (string Field, int Rank)> ByName =
        Table.SelectMany(row => row.Names.Select((name, rank) => (Name: Fold(name), row.Field, Rank: rank)))
            .ToFrozenDictionary(entry => entry.Name, entry => (entry.Field, entry.Rank), StringComparer.Ordinal);

    /// <summary>The field that a sender's name stands for and how good a name it is (0 best), or null.</summary>
    public static (string Field, int Rank)? Find(string name) => ByName.TryGetValue(Fold(name), out var found) ? found : null;

    /// <summary>What marketing counts by stays an attribute too, whether or not it also names the campaign.</summary>
    public static bool StaysAnAttribute(string name) => name.StartsWith("utm", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a person whose names came apart; null when there is neither.</summary>
    public static string? FullName(string? first, string? last) =>
        first is null && last is null ? null : string.Join(' ', new[] { first?.Trim(), last?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
