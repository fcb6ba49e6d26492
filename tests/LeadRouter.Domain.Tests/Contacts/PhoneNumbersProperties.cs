using FsCheck;
using FsCheck.Fluent;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Tests.Contacts;

public sealed class PhoneNumbersProperties
{
    private static readonly string[] Homes = ["IL", "US", "GB", "DE", "RU", "IT", "BR", "AR", "CZ", "HU", "MX", "ZZ"];
    private static readonly string[] Noise = [" ", "-", ".", " (", ") ", "\u00A0", "\u200F", "\u2011", "\u2013"];

    private static readonly Gen<(string Number, string Country)> Real = Gen.Elements(
        ("+972521234567", "IL"), ("0521234567", "IL"), ("036123456", "IL"), ("2015550123", "US"), ("02079460018", "GB"),
        ("030123456", "DE"), ("0039066982123", "FR"), ("89161234567", "RU"), ("0669821234", "IT"), ("011912345678", "BR"), ("0612345678", "NL"));

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Normalising_twice_is_normalising_once() => Check.One(Many, Prop.ForAll(
        AnyText().ToArbitrary(), Gen.Elements(Homes).ToArbitrary(), Gen.Elements(Homes).ToArbitrary(),
        (text, home, other) =>
        {
            var once = PhoneNumbers.Normalize(text, home);
            return !once.Ok || PhoneNumbers.Normalize(once.Value, other).Value == once.Value;
        }));

    [Fact]
    public void Every_text_is_a_number_or_has_a_reason() => Check.One(Many, Prop.ForAll(
        AnyText().ToArbitrary(), Gen.Elements(Homes).ToArbitrary(),
        (text, home) =>
        {
            var result = PhoneNumbers.Normalize(text, home);
            return result.Ok
                ? result.Refusal is null && result.Value[0] == '+' && result.Value.Length is >= 5 and <= 16 && result.Value.Skip(1).All(char.IsAsciiDigit)
                : result.Refusal.Text.Length > 10;
        }));

    [Fact]
    public void Formatting_does_not_change_the_number() => Check.One(Many, Prop.ForAll(
        Real.ToArbitrary(), Gen.Elements(Noise).ArrayOf(16).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(),
        (real, noise, script) =>
        {
            var written = string.Concat(real.Number.Select((c, at) => noise[at % noise.Length] + InScript(c, script)));
            return PhoneNumbers.Normalize(written, real.Country).Value == PhoneNumbers.Normalize(real.Number, real.Country).Value;
        }));

    [Fact]
    public void An_extension_does_not_change_the_number() => Check.One(Many, Prop.ForAll(
        Real.ToArbitrary(), Gen.Elements("x", " ext. ", ";ext=", " #", " доб. ", " שלוחה ").ToArbitrary(), Gen.Choose(0, 99_999).ToArbitrary(),
        (real, mark, extension) =>
            PhoneNumbers.Normalize($"{real.Number}{mark}{extension}", real.Country).Value
                == PhoneNumbers.Normalize(real.Number, real.Country).Value));

    private static string InScript(char c, int script) => (char.IsAsciiDigit(c), script) switch
    {
        (true, 1) => ((char)('\u0660' + (c - '0'))).ToString(),
        (true, 2) => ((char)('\uFF10' + (c - '0'))).ToString(),
        _ => c.ToString(),
    };

    /// <summary>Texts that come near to numbers, with all that may stand around and between their digits.</summary>
    private static Gen<string> AnyText()
    {
        var sign = Gen.Frequency(
            (12, Gen.Choose('0', '9').Select(c => ((char)c).ToString())),
            (2, Gen.Elements("+", "00", "011", "972", "39", "54", "(", ")", "-", " ", "/", ",", ";", "#", "x", "ext", "tel:", "\u0665", "\uD83D")),
            (1, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString())));
        return sign.ArrayOf().Resize(24).Select(string.Concat);
    }
}
