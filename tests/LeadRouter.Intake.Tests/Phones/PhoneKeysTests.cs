using System.Runtime.CompilerServices;
using LeadRouter.Domain.Contacts;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Intake.Tests.Phones;

/// <summary>
/// A person is found again by the number, so that what was read of it once must be read for ever. The keys in the file were made by the
/// numbering plans that came before the library, of numbers in fifty countries, each as people write it.
/// </summary>
public sealed class PhoneKeysTests
{
    [Fact]
    public void A_number_that_was_read_before_has_the_same_key()
    {
        var rows = File.ReadAllLines(Path.Combine(Folder(), "keys.tsv")).Select(line => line.Split('\t')).ToList();

        var others = rows.Select(row => (Raw: row[0], Country: row[1], Key: row[2], Now: PhoneParser.Read(row[0], row[1])))
            .Where(row => row.Now.Phone?.Value != row.Key)
            .Select(row => $"'{row.Raw}' in {row.Country} was {row.Key}, is {row.Now.Phone?.Value ?? row.Now.Refusal!.Code}");

        rows.Count.ShouldBeGreaterThan(600);
        others.ShouldBeEmpty();
    }

    /// <summary>Numbers that could not exist were read by their length alone; now their first digits count too.</summary>
    [Theory]
    [InlineData("061-630-979", "IL", "+97261630979", "impossible")]
    [InlineData("145020378", "IL", "+972145020378", "too_long")]
    [InlineData("+7 268 462-60-90", "IL", "+72684626090", "impossible")]
    [InlineData("+44 364 086659", "IL", "+44364086659", "too_short")]
    [InlineData("+32 193482243", "IL", "+32193482243", "too_long")]
    [InlineData("0321 1214567", "CO", "+573211214567", "impossible")]
    public void A_number_that_no_country_has_is_refused_now(string raw, string country, string before, string code)
    {
        new Phone(before).IsE164.ShouldBeTrue();

        PhoneParser.Read(raw, country).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
    }

    /// <summary>Each can be read two ways, and is a number of the country both times; or was read wrongly before.</summary>
    [Theory]
    [InlineData("278102268", "ZA", "+27278102268", "+278102268")]
    [InlineData("390 419 413", "IT", "+390419413", "+39390419413")]
    [InlineData("491818267", "DE", "+491818267", "+49491818267")]
    [InlineData("8152738063", "JP", "+8152738063", "+818152738063")]
    public void A_number_without_its_plus_can_have_another_key_now(string raw, string country, string before, string now)
    {
        now.ShouldNotBe(before);

        PhoneParser.Read(raw, country).Phone.ShouldBe(Phone.Of(now));
    }

    /// <summary>What was letters, unknown_country or impossible.</summary>
    [Theory]
    [InlineData("+1 555 010 0001", "IL", "+15550100001")]
    [InlineData("0tel:+373-621-12-137", "MD", "+37362112137")]
    [InlineData("room 7, +33 7 99 29 80 17", "FR", "+33799298017")]
    public void A_number_that_was_refused_is_found_now(string raw, string country, string now) =>
        PhoneParser.Read(raw, country).Phone.ShouldBe(Phone.Of(now));

    /// <summary>A part of a wrong number is somebody else's.</summary>
    [Theory]
    [InlineData("+46 70 123827939 80", "IL")]
    [InlineData("0521234567 0549999999", "IL")]
    [InlineData("052-1234567-8", "IL")]
    [InlineData("005622466 1688285", "IL")]
    public void A_part_of_a_number_that_is_too_long_is_not_taken(string raw, string country) =>
        PhoneParser.Read(raw, country).Refusal.ShouldNotBeNull().Code.ShouldBe("too_long");

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
