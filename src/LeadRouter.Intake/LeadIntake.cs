using LeadRouter.Domain.Leads;

namespace LeadRouter.Intake;

/// <summary>A post that is ready for the engine, or the answer to give instead.</summary>
/// <param name="Post">The lead; null with a refusal.</param>
/// <param name="Fingerprint">As <see cref="PayloadFingerprint"/> gives it; null with a refusal.</param>
/// <param name="Refusal">Null, or what to answer.</param>
/// <param name="Warnings">What the answer tells the sender of a post that is taken; the same for the same body, and null when there is nothing to tell.</param>
public readonly record struct LeadIntakeResult(LeadPost? Post, string? Fingerprint, Refusal? Refusal, IReadOnlyList<PostWarningDto>? Warnings = null);

/// <summary>From the bytes of a post to the lead: reads, checks and normalises.</summary>
public static class LeadIntake
{
    /// <summary>Never throws for what a body holds; writes nothing and reads no clock.</summary>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="body">The raw bytes; over <see cref="LeadPostReader.MaxBodyBytes"/> they are refused with 413.</param>
    /// <param name="context">What the desk and the sender's key say.</param>
    public static async ValueTask<LeadIntakeResult> AcceptAsync(
        string? contentType, ReadOnlyMemory<byte> body, IntakeContext context, CancellationToken cancel = default)
    {
        var reading = await LeadPostReader.ReadAsync(contentType, body, cancel).ConfigureAwait(false);
        if (reading.Request is not { } request) return new(null, null, reading.Refusal);
        var check = LeadPostValidator.Validate(request, context);
        return check.Post is { } post
            ? new(post, PayloadFingerprint.Of(request), null, WithMark(post, reading.Warnings))
            : new(null, null, IntakeRefusals.Invalid(check.Errors!));
    }

    /// <summary>A sender who did not mean a test would wait for a call that never comes.</summary>
    private static IReadOnlyList<PostWarningDto>? WithMark(LeadPost post, IReadOnlyList<PostWarningDto>? warnings) => (TestMark.IsTest(post), TestMark.IsUnrouted(post)) switch
    {
        (false, _) => warnings,
        (_, true) => [.. warnings ?? [], new("test", $"a test lead: recorded, closed and counted nowhere; give '{TestMark.Route}' to have it ring too")],
        _ => [.. warnings ?? [], new("test", "a test lead: it rings, and is counted nowhere")],
    };
}
