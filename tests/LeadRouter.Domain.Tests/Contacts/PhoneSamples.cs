namespace LeadRouter.Domain.Tests.Contacts;

/// <summary>Makes phone numbers to compare on, from a seed: guesses at valid ones, and slips of a pen on what people write.</summary>
internal static class PhoneSamples
{
    public static readonly IReadOnlyList<(string Country, string Code)> Countries =
    [
        ("IL", "972"), ("US", "1"), ("CA", "1"), ("GB", "44"), ("DE", "49"), ("FR", "33"), ("RU", "7"), ("KZ", "7"), ("UA", "380"),
        ("IN", "91"), ("BR", "55"), ("IT", "39"), ("ES", "34"), ("AU", "61"), ("TR", "90"), ("PL", "48"), ("RO", "40"), ("NL", "31"),
        ("BE", "32"), ("AT", "43"), ("CH", "41"), ("SE", "46"), ("NO", "47"), ("DK", "45"), ("FI", "358"), ("PT", "351"), ("GR", "30"),
        ("CZ", "420"), ("HU", "36"), ("BG", "359"), ("BY", "375"), ("LT", "370"), ("GE", "995"), ("AR", "54"), ("MX", "52"), ("CO", "57"),
        ("CL", "56"), ("ZA", "27"), ("EG", "20"), ("AE", "971"), ("SA", "966"), ("JO", "962"), ("JP", "81"), ("CN", "86"), ("TH", "66"),
        ("PH", "63"), ("NZ", "64"), ("IE", "353"), ("ET", "251"), ("MD", "373"),
    ];

    /// <summary>A number that may be valid: the country's example with its last digits drawn anew, or digits of a usual length.</summary>
    public static string Guess(Random random, string code, string? example)
    {
        if (example is not null && random.Next(3) == 0)
        {
            var drawn = random.Next(1, 7);
            return example[..^drawn] + Digits(random, drawn);
        }
        return $"+{code}{random.Next(1, 10)}{Digits(random, random.Next(6, 11))}";
    }

    /// <summary>The text with one or two slips; not always another number, not always a number.</summary>
    public static string Mutate(Random random, string text)
    {
        for (var slips = random.Next(1, 3); slips > 0 && text.Length > 1; slips--)
        {
            var at = random.Next(text.Length);
            text = random.Next(7) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Digits(random, 1)),
                2 => text.Insert(at, Digits(random, 3)),
                3 => text[..at] + Digits(random, 1) + text[(at + 1)..],
                4 => text.Insert(at, " "),
                5 => text[..at],
                _ => "0" + text,
            };
        }
        return text;
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
}
