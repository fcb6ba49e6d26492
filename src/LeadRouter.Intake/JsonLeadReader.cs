using System.Text.Json;
using System.Text.Unicode;
using LeadRouter.Contracts;

namespace LeadRouter.Intake;

/// <summary>Reads a posted lead from JSON. Names in any case; unknown ones are ignored; of a repeated name the last one counts.</summary>
internal static class JsonLeadReader
{
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
        if (!Utf8.IsValid(body.Span)) return new(null, IntakeRefusal.Malformed("The body is not valid UTF-8."));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            return new(null, IntakeRefusal.Malformed("The body is not valid JSON (no comments, no trailing commas, at most 16 levels deep)."));
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new(null, IntakeRefusal.Malformed("The body must be one JSON object with the fields of a lead."));
            return Read(document.RootElement);
        }
    }

    private static LeadPostReading Read(JsonElement root)
    {
        var errors = new FieldErrors();
        var fields = new JsonFields(root, errors);
        var request = new PostLeadRequest
        {
            ExternalId = fields.TextOrNumber(Fields.ExternalId),
            Name = fields.Text(Fields.Name),
            Phone = fields.TextOrNumber(Fields.Phone),
            Email = fields.Text(Fields.Email),
            Source = fields.Text(Fields.Source),
            Campaign = fields.Text(Fields.Campaign),
            Queue = fields.Text(Fields.Queue),
            Language = fields.Text(Fields.Language),
            Message = fields.Text(Fields.Message),
            Score = fields.Number(Fields.Score),
            RequestedAt = fields.Instant(Fields.RequestedAt),
            Consent = fields.Object(Fields.Consent) is { } consent
                ? new ConsentDto(consent.Text("text"), consent.Instant("at"), consent.Text("kind"))
                : null,
            Attributes = fields.Object(Fields.Attributes)?.AllAsText(),
        };
        return errors.Any ? new(null, IntakeRefusal.Invalid(errors.ToDictionary())) : new(request, null);
    }
}
