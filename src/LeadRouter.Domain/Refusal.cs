namespace LeadRouter.Domain;

/// <summary>An expected "no": a value, never an exception.</summary>
/// <param name="Code">Stable, snake_case; part of the public surface.</param>
/// <param name="Text">A sentence that tells the caller what to do.</param>
/// <param name="RetryAfter">When to try again, where that may help.</param>
public sealed record Refusal(string Code, string Text, TimeSpan? RetryAfter = null)
{
    /// <summary>What is wrong by JSON path, with codes that say that some of it is.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary><c>validation_failed</c>: what was found, whose sentences together are its text.</summary>
    public static Refusal Of(FieldErrors found)
    {
        var errors = found.ToDictionary();
        return new("validation_failed", string.Join(' ', errors.Values.SelectMany(sentences => sentences))) { Errors = errors };
    }
}
