namespace LeadRouter.Domain.Contacts;

/// <summary>The identity by which the same person is found again: <c>p:+972…</c>, or <c>e:…</c> when there is no phone.</summary>
/// <param name="Value">At most 256 characters.</param>
public readonly record struct ContactKey(string Value) : ITextId<ContactKey>
{
    public static ContactKey From(string value) => new(value);

    /// <summary>The key of a person. The phone comes first: a household shares a mailbox more often than a mobile.</summary>
    /// <param name="phone">The person's number, or null.</param>
    /// <param name="email">As <see cref="EmailAddresses.Normalize"/> gives it, or null.</param>
    /// <exception cref="ArgumentException">Both are missing, which a validated post never is.</exception>
    public static ContactKey For(Phone? phone, string? email)
    {
        if (phone is { } number) return new("p:" + number);
        if (!string.IsNullOrEmpty(email)) return new("e:" + email);
        throw new ArgumentException("A person is identified by a phone number or an e-mail address; both are missing.", nameof(phone));
    }

    public override string ToString() => Value;
}
