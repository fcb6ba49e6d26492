using LeadRouter.Domain.Contacts;
using Xunit.Abstractions;

namespace LeadRouter.Domain.Tests.Contacts;

/// <summary>
/// Compares with libphonenumber-js, which knows the ranges in use: what it calls valid we take, as the same number; what we take it calls
/// possible at least. Known differences: <see cref="IsKnownDifference"/>.
/// </summary>
public sealed class PhoneOracleTests(ITestOutputHelper output)
{
    private const int GuessesPerCountry = 150;
    private const int Seed = 20261122;

    [Fact]
    public async Task We_agree_with_the_oracle()
    {
        if (!await PhoneOracle.IsHereAsync())
        {
            output.WriteLine("Skipped: there is no node on the path.");
            return;
        }
        output.WriteLine($"Seed {Seed}.");
        var random = new Random(Seed);
        var written = (await ValidNumbersAsync(random)).SelectMany(number => Ways(number.Country, number.Number)).ToList();
        var mutated = written.Select(way => (way.Country, Raw: PhoneSamples.Mutate(random, way.Raw))).ToList();

        var failures = await CompareAsync([.. written.Concat(mutated).Distinct()]);

        failures.ShouldBeEmpty(string.Join('\n', failures.Take(40)));
        written.Count.ShouldBeGreaterThan(2_000);
    }

    private static async Task<List<(string Country, OracleAnswer Number)>> ValidNumbersAsync(Random random)
    {
        var examples = await PhoneOracle.AskAsync([.. PhoneSamples.Countries.Select(c => new OracleQuestion("example", Country: c.Country))]);
        var guesses =
            from sample in PhoneSamples.Countries.Zip(examples)
            from _ in Enumerable.Range(0, GuessesPerCountry)
            select (sample.First.Country, Guess: PhoneSamples.Guess(random, sample.First.Code, sample.Second.E164));
        var asked = guesses.ToList();
        var answers = await PhoneOracle.AskAsync([.. asked.Select(guess => new OracleQuestion("format", E164: guess.Guess))]);
        return [.. asked.Zip(answers).Where(pair => pair.Second.Valid).Select(pair => (pair.First.Country, pair.Second))];
    }

    private static IEnumerable<(string Country, string Raw)> Ways(string country, OracleAnswer number)
    {
        yield return (country, number.National!);
        yield return (country, number.International!);
        yield return (country, number.Uri!);
        yield return (country, number.E164![1..]);
        yield return ("IL", $"00{number.E164[1..]}");
    }

    private async Task<List<string>> CompareAsync(List<(string Country, string Raw)> samples)
    {
        var ours = samples.Select(sample => PhoneNumbers.Normalize(sample.Raw, sample.Country)).ToList();
        var theirs = await PhoneOracle.AskAsync([.. samples.Select(sample => new OracleQuestion("judge", sample.Country, Raw: sample.Raw))]);
        var ofOurs = await PhoneOracle.AskAsync([.. ours.Select(result => new OracleQuestion("judge", Raw: result.Value ?? ""))]);
        var failures = new List<string>();
        var known = 0;
        for (var at = 0; at < samples.Count; at++)
        {
            var (country, raw) = samples[at];
            var agree = (!theirs[at].Valid || ours[at].Value == theirs[at].E164) && (!ours[at].Ok || ofOurs[at].Possible);
            if (agree) continue;
            if (IsKnownDifference(country, raw, ours[at], theirs[at])) known++;
            else failures.Add($"'{raw}' in {country}: ours {ours[at].Value ?? ours[at].Refusal!.Code}, "
                + $"theirs {theirs[at].E164} (valid {theirs[at].Valid}); ours is possible: {ofOurs[at].Possible}");
        }
        output.WriteLine($"{samples.Count} texts of {PhoneSamples.Countries.Count} countries: the oracle calls {theirs.Count(a => a.Valid)} valid, "
            + $"we take {ours.Count(r => r.Ok)}; {known} known differences, {failures.Count} failures.");
        return failures;
    }

    private static bool IsKnownDifference(string country, string raw, Normalized ours, OracleAnswer theirs)
    {
        // ITU-T E.164 allows 15 digits; the oracle knows longer national services, which nobody abroad can dial.
        if (!ours.Ok && theirs.E164?.Length > 16) return true;
        // '49 151 23456751' typed in Germany: the oracle finds an area code 4915, we find a plus forgotten before 49, since a national
        // number would have its 0. Only where numbers have no fixed length can it be read both ways.
        var digits = string.Concat(raw.Where(char.IsAsciiDigit));
        return country is "DE" or "AT" or "FI" or "SE" && ours.Value == "+" + digits && theirs.E164!.EndsWith(digits, StringComparison.Ordinal);
    }
}
