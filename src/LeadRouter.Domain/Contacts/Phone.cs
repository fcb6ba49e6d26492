namespace LeadRouter.Domain.Contacts;

/// <summary>
/// A phone number in E.164, for example <c>+972521234567</c>. Known here by its shape alone: what people write is read, and held
/// against the numbers that countries have, where it comes in.
/// </summary>
/// <param name="Value"><c>+</c> and 4 to 15 digits, of which the first is not 0.</param>
public readonly record struct Phone(string Value) : ITextId<Phone>
{
    /// <summary>The most digits that a number can have (ITU-T E.164).</summary>
    public const int MaxDigits = 15;

    private const int MinDigits = 4;

    /// <summary>Whether it has the shape of E.164. What was stored is believed, so that it can always be read; who dials asks.</summary>
    public bool IsE164 =>
        Value is ['+', >= '1' and <= '9', ..] && Value.Length - 1 is >= MinDigits and <= MaxDigits
        && !Value.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    public static Phone From(string value) => new(value);

    /// <summary>A number that is known to be one.</summary>
    /// <exception cref="ArgumentException">It does not have the shape of E.164.</exception>
    public static Phone Of(string e164)
    {
        var phone = new Phone(e164);
        return phone.IsE164 ? phone : throw new ArgumentException("A phone number is + and 4 to 15 digits.", nameof(e164));
    }

    public override string ToString() => Value;
}
