using System.Text.Json;
using System.Text.Unicode;

namespace LeadRouter.Intake;

/// <summary>Reads a posted lead from JSON. What stands for no field is kept as an attribute, and what was read so or by an alias is told.</summary>
internal static class JsonLeadReader
{
    private const string ConsentText = "text";
    private const string ConsentAt = "at";
    private const string ConsentKind = "kind";

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = 16,
    };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static LeadPostReading Read(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(ByteOrderMark)) body = body[3..];
        if (!Utf8.IsValid(body.Span)) return new(null, IntakeRefusals.Malformed("The body is not valid UTF-8."));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            return new(null, IntakeRefusals.Malformed("The body is not valid JSON (no comments, no trailing commas, at most 16 levels deep)."));
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new(null, IntakeRefusals.Malformed("The body must be one JSON object with the fields of a lead."));
            return Read(document.RootElement);
        }
    }

    private static LeadPostReading Read(JsonElement root)
    {
        var errors = new FieldErrors();
        var names = new JsonNames(JsonValues.Properties(root, errors));
        var fields = new JsonFields(names.Values, errors);
        var consent = fields.Object(Fields.Consent);
        var attributes = fields.Object(Fields.Attributes)?.AllAsText() ?? [];
        var warnings = names.Aliases.Select(alias => new PostWarningDto(alias.Name, $"read as {alias.Field}")).ToList();
        foreach (var (name, value) in names.Others.Concat(consent?.But(ConsentText, ConsentAt, ConsentKind) ?? []))
            warnings.Add(new PostWarningDto(name, ExtraAttributes.Keep(attributes, name, JsonValues.AsText(value))));
        var request = new PostLeadRequest
        {
            ExternalId = fields.TextOrNumber(Fields.ExternalId),
            Name = fields.Text(Fields.Name) ?? FieldAliases.FullName(fields.Text(FieldAliases.FirstName), fields.Text(FieldAliases.LastName)),
            Phone = fields.TextOrNumber(Fields.Phone),
            Email = fields.Text(Fields.Email),
            Source = fields.Text(Fields.Source),
            Campaign = fields.Text(Fields.Campaign),
            Queue = fields.Text(Fields.Queue),
            Language = fields.Text(Fields.Language),
            Message = fields.Text(Fields.Message),
            Score = fields.Number(Fields.Score),
            RequestedAt = fields.Instant(Fields.RequestedAt),
            Consent = consent is null
                ? new ConsentDto(fields.Text(Fields.ConsentText), fields.Instant(Fields.ConsentAt), fields.Text(Fields.ConsentKind))
                : new ConsentDto(consent.Text(ConsentText), consent.Instant(ConsentAt), consent.Text(ConsentKind)),
            Attributes = attributes,
        };
        return errors.Any ? new(null, IntakeRefusals.Invalid(errors)) : new(request, null, warnings.Count == 0 ? null : warnings);
    }
}
