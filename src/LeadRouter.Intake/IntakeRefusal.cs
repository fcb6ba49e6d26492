namespace LeadRouter.Intake;

/// <summary>Why a post does not become a lead: what the problem document of the answer says.</summary>
/// <param name="Status">The HTTP status: 400, 413 or 415.</param>
/// <param name="Code">Stable, snake_case: <c>body_too_large</c>, <c>unsupported_media_type</c>, <c>malformed_body</c> or <c>invalid_lead</c>.</param>
/// <param name="Text">A sentence that tells the sender what to do.</param>
/// <param name="Errors">Never empty: sentences by JSON field name, or by <c>body</c> when it is about the post as a whole.</param>
public sealed record IntakeRefusal(int Status, string Code, string Text, IReadOnlyDictionary<string, string[]> Errors)
{
    /// <summary>The key of <see cref="Errors"/> for what concerns the whole body.</summary>
    public const string Body = "body";

    internal static IntakeRefusal TooLarge() =>
        OfBody(413, "body_too_large", $"Send at most {LeadPostReader.MaxBodyBytes / 1024} KiB.");

    internal static IntakeRefusal UnsupportedMediaType() => OfBody(415, "unsupported_media_type",
        "Send application/json, application/x-www-form-urlencoded or multipart/form-data, in UTF-8.");

    internal static IntakeRefusal Malformed(string text) => OfBody(400, "malformed_body", text);

    internal static IntakeRefusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(400, "invalid_lead", "Some fields are not right; see errors.", errors);

    private static IntakeRefusal OfBody(int status, string code, string text) =>
        new(status, code, text, new Dictionary<string, string[]> { [Body] = [text] });
}
