using System.Diagnostics.CodeAnalysis;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.Intake.Phones;

/// <summary>The phone number that a text is, or the reason why it is none. Exactly one of the two is there.</summary>
public readonly record struct PhoneReading(Phone? Phone, Refusal? Refusal)
{
    /// <summary>Whether it is a number.</summary>
    [MemberNotNullWhen(true, nameof(Phone))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Phone is not null;
}
