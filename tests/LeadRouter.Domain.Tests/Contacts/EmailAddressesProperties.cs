using FsCheck;
using FsCheck.Fluent;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Tests.Contacts;

public sealed class EmailAddressesProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    [Fact]
    public void Every_text_is_an_address_or_has_a_reason_and_normalising_twice_is_normalising_once() => Check.One(Many, Prop.ForAll(
        AnyText().ToArbitrary(),
        text =>
        {
            var once = EmailAddresses.Normalize(text);
            if (!once.Ok) return once.Refusal.Text.Length > 10;
            return once.Value.Length <= EmailAddresses.MaxLength && EmailAddresses.Normalize(once.Value).Value == once.Value;
        }));

    [Fact]
    public void Case_and_space_around_do_not_matter() => Check.One(Many, Prop.ForAll(
        Gen.Elements("dana@example.com", "d.levi+1@mail.example.co.il", "o'neil@xn--bcher-kva.example").ToArbitrary(),
        Gen.Elements("", " ", "\t", "\r\n", "\u200F", "\u00A0").ToArbitrary(), Gen.Choose(0, 1 << 16).ToArbitrary(),
        (address, space, capitals) =>
        {
            var written = string.Concat(address.Select((c, at) => (capitals >> (at % 16) & 1) == 1 ? char.ToUpperInvariant(c) : c));
            return EmailAddresses.Normalize(space + written + space).Value == address;
        }));

    private static Gen<string> AnyText()
    {
        var sign = Gen.Frequency(
            (8, Gen.Choose('a', 'z').Select(c => ((char)c).ToString())),
            (4, Gen.Elements("@", ".", "-", "_", "<", ">", " ", "xn--", "mailto:", "İ", "ß", "\u05D3", "\u3002", "\uFF20", "e\u0301", "\uD83D")),
            (1, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString())));
        return sign.ArrayOf().Resize(14).SelectMany(
            head => sign.ArrayOf().Resize(10).Select(tail => $"{string.Concat(head)}@{string.Concat(tail)}.com"));
    }
}
