using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadRouter.Intake;

/// <summary>
/// Makes a posted lead of a form. Fields that no alias names become attributes as far as the limits go; what is over is cut or dropped,
/// because the person who filled the form in cannot shorten what the page's tools add to it.
/// </summary>
internal static partial class FormLeadMapper
{
    private sealed class Slot
    {
        public required string Name { get; init; }
        public required string Value { get; init; }
        public required int Rank { get; init; }
    }

    public static LeadPostReading Map(FormReading form)
    {
        if (form.Fields is null) return new(null, form.Refusal);
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var extras = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in form.Fields)
            Place(Unwrap(key), value, slots, attributes, extras);
        return ToRequest(slots, attributes, extras);
    }

    private static void Place(
        string key, string value, Dictionary<string, Slot> slots, Dictionary<string, string> attributes, List<KeyValuePair<string, string>> extras)
    {
        if (string.IsNullOrWhiteSpace(value) || IsNoise(key)) return;
        if (AttributeName().Match(key) is { Success: true } attribute)
        {
            attributes[attribute.Groups["name"].Value] = value;
            return;
        }
        if (FieldAliases.Find(key) is not var (field, rank))
        {
            extras.Add(KeyValuePair.Create(key, value));
            return;
        }
        if (FieldAliases.StaysAnAttribute(key)) extras.Add(KeyValuePair.Create(key, value));
        var slot = new Slot { Name = key, Value = value, Rank = rank };
        if (slots.TryGetValue(field, out var held) && held.Rank < rank) (slot, held) = (held, slot);
        slots[field] = slot;
        if (held is not null && held.Rank != slot.Rank && held.Value != slot.Value) extras.Add(KeyValuePair.Create(held.Name, held.Value));
    }

    private static LeadPostReading ToRequest(
        Dictionary<string, Slot> slots, Dictionary<string, string> attributes, List<KeyValuePair<string, string>> extras)
    {
        string? Get(string field) => slots.GetValueOrDefault(field)?.Value;
        var errors = new FieldErrors();
        foreach (var (name, value) in extras)
            ExtraAttributes.Keep(attributes, name, value);
        var (consentText, consentAt, consentKind) = (Get(Fields.ConsentText), Get(Fields.ConsentAt), Get(Fields.ConsentKind));
        var request = new PostLeadRequest
        {
            ExternalId = Get(Fields.ExternalId),
            Name = Get(Fields.Name) ?? FieldAliases.FullName(Get(FieldAliases.FirstName), Get(FieldAliases.LastName)),
            Phone = Get(Fields.Phone),
            Email = Get(Fields.Email),
            Source = Get(Fields.Source),
            Campaign = Get(Fields.Campaign),
            Queue = Get(Fields.Queue),
            Language = Get(Fields.Language),
            Message = Get(Fields.Message),
            Score = Number(Get(Fields.Score), Fields.Score, errors),
            RequestedAt = Instant(Get(Fields.RequestedAt), Fields.RequestedAt, errors),
            Consent = consentText is null && consentAt is null && consentKind is null
                ? null
                : new ConsentDto(consentText, Instant(consentAt, Fields.ConsentAt, errors), consentKind),
            Attributes = attributes.Count == 0 ? null : attributes,
        };
        return errors.Any ? new(null, IntakeRefusals.Invalid(errors)) : new(request, null);
    }

    private static double? Number(string? text, string field, FieldErrors errors)
    {
        if (text is null) return null;
        if (double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        errors.Add(field, FieldError.Of("Send a number, with a point before decimals."));
        return null;
    }

    private static DateTimeOffset? Instant(string? text, string field, FieldErrors errors)
    {
        if (text is null) return null;
        if (Instants.TryRead(text, out var instant)) return instant;
        errors.Add(field, FieldError.Of(Instants.Sentence));
        return null;
    }

    private static string Unwrap(string key) => Wrapped().Match(key) is { Success: true } match ? match.Groups["name"].Value : key;

    /// <summary>Tokens of the page's own machinery: long, secret to the page, and nothing about the person.</summary>
    private static bool IsNoise(string key) =>
        key.Length == 0 || key[0] == '_' || key.Contains("captcha", StringComparison.OrdinalIgnoreCase)
        || key.Contains("csrf", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^attributes\[(?<name>[^\]]+)\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"^(?:form_fields|fields|data|lead)\[(?<name>[^\]]+)\](?:\[value\])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wrapped();
}
