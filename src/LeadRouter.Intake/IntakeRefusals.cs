namespace LeadRouter.Intake;

/// <summary>Why a post does not become a lead. Each names errors: by JSON field name, or by <c>body</c> when it is about the post as a whole.</summary>
public static class IntakeRefusals
{
    /// <summary>The key of the errors for what concerns the whole body.</summary>
    public const string Body = "body";

    internal static Refusal TooLarge() => OfBody("body_too_large", $"Send at most {LeadPostReader.MaxBodyBytes / 1024} KiB.");

    internal static Refusal UnsupportedMediaType() => OfBody("unsupported_media_type",
        "Send application/json, application/x-www-form-urlencoded or multipart/form-data, in UTF-8.");

    internal static Refusal Malformed(string text) => OfBody("malformed_body", text);

    internal static Refusal Invalid(FieldErrors errors) => Refusal.Of("invalid_lead", errors);

    private static Refusal OfBody(string code, string text) => new(code, text) { Errors = new FieldErrors().Add(Body, FieldError.Of(text)).ToDictionary() };
}
