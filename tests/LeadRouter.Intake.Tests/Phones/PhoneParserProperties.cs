using FsCheck;
using FsCheck.Fluent;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Intake.Tests.Phones;

public sealed class PhoneParserProperties
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
            var once = PhoneParser.Read(text, home);
            return !once.Ok || PhoneParser.Read(once.Phone.Value.Value, other).Phone == once.Phone;
        }));

    [Fact]
    public void Every_text_is_a_number_or_has_a_reason() => Check.One(Many, Prop.ForAll(
        AnyText().ToArbitrary(), Gen.Elements(Homes).ToArbitrary(),
        (text, home) =>
        {
            var result = PhoneParser.Read(text, home);
            return result.Ok
                ? result.Refusal is null && result.Phone.Value.IsE164
                : result.Refusal.Text.Length > 10;
        }));

    [Fact]
    public void Formatting_does_not_change_the_number() => Check.One(Many, Prop.ForAll(
        Real.ToArbitrary(), Gen.Elements(Noise).ArrayOf(16).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(),
        (real, noise, script) =>
        {
            var written = string.Concat(real.Number.Select((c, at) => noise[at % noise.Length] + InScript(c, script)));
            return PhoneParser.Read(written, real.Country).Phone == PhoneParser.Read(real.Number, real.Country).Phone;
        }));

    [Fact]
    public void An_extension_does_not_change_the_number() => Check.One(Many, Prop.ForAll(
        Real.ToArbitrary(), Gen.Elements("x", " ext. ", ";ext=", " #", " доб. ", " שלוחה ").ToArbitrary(), Gen.Choose(0, 99_999).ToArbitrary(),
        (real, mark, extension) =>
            PhoneParser.Read($"{real.Number}{mark}{extension}", real.Country).Phone
                == PhoneParser.Read(real.Number, real.Country).Phone));

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
