namespace LeadRouter.Domain;

/// <summary>An expected "no": a value, never an exception.</summary>
/// <param name="Code">Stable, snake_case; part of the public surface.</param>
/// <param name="Text">A sentence that tells the caller what to do.</param>
/// <param name="RetryAfter">When to try again, where that may help.</param>
public sealed record Refusal(string Code, string Text, TimeSpan? RetryAfter = null)
{
    /// <summary>What is wrong by JSON path, with codes that say that some of it is.</summary>
    public IReadOnlyDictionary<string, FieldError[]>? Errors { get; init; }

    /// <summary>What the sentence names, numbers and texts by name, so that a screen can name it in its own words; null when it names nothing.</summary>
    public IReadOnlyDictionary<string, object>? Values { get; init; }

    /// <summary>A refusal whose sentence names something.</summary>
    public static Refusal Of(string code, string text, params (string Name, object Value)[] values) =>
        new(code, text) { Values = values.Length == 0 ? null : values.ToDictionary() };

    /// <summary><c>validation_failed</c> with what was found.</summary>
    public static Refusal Of(FieldErrors found) => Of("validation_failed", found);

    /// <summary>The same with another code.</summary>
    public static Refusal Of(string code, FieldErrors found) => new(code, "Some fields are not right; see errors.") { Errors = found.ToDictionary() };
}
