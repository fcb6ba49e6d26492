using Microsoft.Net.Http.Headers;

namespace LeadRouter.Intake;

/// <summary>What a body holds, or why it cannot be read. Exactly one of the two is there.</summary>
/// <param name="Warnings">What was read otherwise than the sender may think, or null.</param>
public readonly record struct LeadPostReading(PostLeadRequest? Request, Refusal? Refusal, IReadOnlyList<PostWarningDto>? Warnings = null);

/// <summary>
/// Reads the body of a posted lead: JSON, or a form as landing-page tools send it. Nothing is judged here but types: a wrong type is
/// an error of its field. Never throws for what a body holds.
/// </summary>
public static class LeadPostReader
{
    /// <summary>The largest body, in bytes: 64 KiB.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="contentType">The Content-Type header: <c>application/json</c> (or <c>…+json</c>), <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>; only UTF-8.</param>
    /// <param name="body">The raw bytes.</param>
    public static async ValueTask<LeadPostReading> ReadAsync(string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancel = default)
    {
        if (body.Length > MaxBodyBytes) return new(null, IntakeRefusals.TooLarge());
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !IsUtf8(type))
            return new(null, IntakeRefusals.UnsupportedMediaType());
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            return JsonLeadReader.Read(body);
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return FormLeadMapper.Map(FormFields.ReadUrlEncoded(body));
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return FormLeadMapper.Map(await FormFields.ReadMultipartAsync(type, body, cancel).ConfigureAwait(false));
        return new(null, IntakeRefusals.UnsupportedMediaType());
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Encoding is { CodePage: 65001 or 20127 };
}
