using System.Diagnostics.CodeAnalysis;

namespace LeadRouter.Domain.Contacts;

/// <summary>A contact detail in its one canonical form, or the reason why it has none. Exactly one of the two is there.</summary>
public readonly record struct Normalized
{
    private Normalized(string? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>The canonical form: for an e-mail address, lower case with an ASCII domain.</summary>
    public string? Value { get; }

    /// <summary>Why there is no canonical form; the codes are in <see cref="EmailAddresses"/>.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a canonical form.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Value is not null;

    internal static Normalized To(string value) => new(value, null);

    internal static Normalized Refuse(Refusal refusal) => new(null, refusal);
}
