using System.Diagnostics.CodeAnalysis;
using LeadRouter.Domain;

namespace LeadRouter.Accounts;

/// <summary>A value, or the reason why there is none.</summary>
public sealed class Outcome<T> where T : class
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when it went well.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The wrong fields, with the refusal <c>validation_failed</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>When to try again, with <c>locked_out</c>, <c>throttled</c> and <c>busy</c>.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    internal static Outcome<T> Ok(T value) => new(value, null);

    internal static Outcome<T> Refused(string code, string text, TimeSpan? retryAfter = null) =>
        new(null, new Refusal(code, text)) { RetryAfter = retryAfter };

    internal static Outcome<T> Refused(ValidationErrors errors)
    {
        var byField = errors.ToDictionary();
        return new(null, new Refusal(ProblemCodes.ValidationFailed, string.Join(' ', byField.Values.SelectMany(texts => texts)))) { Errors = byField };
    }

    internal static Outcome<T> Refused(Refusal refusal, IReadOnlyDictionary<string, string[]>? errors, TimeSpan? retryAfter) =>
        new(null, refusal) { Errors = errors, RetryAfter = retryAfter };

    /// <summary>The same refusal, or the value turned into another.</summary>
    internal Outcome<TOther> Select<TOther>(Func<T, TOther> map) where TOther : class =>
        IsOk ? Outcome<TOther>.Ok(map(Value)) : Outcome<TOther>.Refused(Refusal, Errors, RetryAfter);
}
