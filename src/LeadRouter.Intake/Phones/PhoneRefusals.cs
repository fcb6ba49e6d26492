namespace LeadRouter.Intake.Phones;

/// <summary>Why a text is not a phone number.</summary>
internal static class PhoneRefusals
{
    public static readonly PhoneReading Empty = Refuse("empty", "The phone number is empty; send its digits.");
    public static readonly PhoneReading Letters = Refuse("letters", "The phone number has letters where digits belong; send digits only.");
    public static readonly PhoneReading TooShort = Refuse("too_short", "The phone number has too few digits; send it in full with its area code.");
    public static readonly PhoneReading TooLong = Refuse("too_long", "The phone number has too many digits for its country; send one number.");
    public static readonly PhoneReading UnknownCountry = Refuse("unknown_country", "The phone number's country code is not known; send it as + country code and number.");
    public static readonly PhoneReading Impossible = Refuse("impossible", "No phone number of that country looks like this; check its digits.");

    private static PhoneReading Refuse(string code, string text) => new(null, new Refusal(code, text));
}
