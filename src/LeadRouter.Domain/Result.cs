using System.Diagnostics.CodeAnalysis;

namespace LeadRouter.Domain;

/// <summary>A value, or the reason why there is none.</summary>
public sealed class Result<T> where T : class
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when it went well.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(null, refusal);

    /// <summary>The same refusal, or the value turned into another.</summary>
    public Result<TOther> Select<TOther>(Func<T, TOther> map) where TOther : class => IsOk ? map(Value) : Refusal;
}
