using LeadRouter.Domain.Contacts.Plans;

namespace LeadRouter.Domain.Contacts;

/// <summary>Takes what a country puts around its numbers off them, and checks what is left against its plan.</summary>
internal static class NationalNumbers
{
    /// <summary>The most digits that ITU-T E.164 allows, country code included.</summary>
    private const int MaxDigits = 15;

    /// <summary>The area codes of Argentina that have three digits; 11 has two, all others four.</summary>
    private const string ArgentinaThreeDigitAreas =
        " 220 221 223 230 236 237 249 260 261 263 264 266 280 291 297 298 299 336 341 342 343 345 348 351 353 358 362 364 370 376 379 380 381 383 385 387 388 ";

    /// <summary>E.164 of a national number as it is dialled at home or, with or without its trunk prefix, from abroad.</summary>
    public static Normalized ToE164(NumberingPlan plan, string dialled)
    {
        var national = Fold(plan, WithoutTrunk(plan, dialled));
        if (national.Length == 0) return PhoneRefusals.TooShort;
        if (national[0] == '0' && !plan.KeepsLeadingZero) return PhoneRefusals.Impossible;
        var lengths = plan.LengthsOf(national);
        if (!lengths.Contains(national.Length))
            return national.Length < lengths.Min ? PhoneRefusals.TooShort
                : national.Length > lengths.Max ? PhoneRefusals.TooLong
                : PhoneRefusals.Impossible;
        if (plan.CountryCode == "1" && (national[0] < '2' || national[3] < '2')) return PhoneRefusals.Impossible;
        if (plan.CountryCode.Length + national.Length > MaxDigits) return PhoneRefusals.TooLong;
        return Normalized.To("+" + plan.CountryCode + national);
    }

    /// <summary>
    /// No number begins with 0 where the trunk prefix does, so that one is always dropped; any other trunk prefix can also be the
    /// beginning of a number (8 in Russia) and is dropped only when the number is not right with it and is right without.
    /// </summary>
    private static string WithoutTrunk(NumberingPlan plan, string dialled)
    {
        foreach (var trunk in plan.Trunks)
        {
            if (!dialled.StartsWith(trunk, StringComparison.Ordinal)) continue;
            var rest = dialled[trunk.Length..];
            if (trunk[0] == '0' || (!Fits(plan, dialled) && Fits(plan, rest))) return rest;
        }
        return dialled;
    }

    private static bool Fits(NumberingPlan plan, string national) =>
        national.Length > 0 && national[0] != '0' && plan.LengthsOf(national).Contains(national.Length);

    private static string Fold(NumberingPlan plan, string national) => plan.CountryCode switch
    {
        "54" => FoldArgentineMobile(national),
        // At home a Brazilian names the carrier (two digits) between the trunk 0 and the number.
        "55" when national.Length is 12 or 13 => national[2..],
        // So does a Colombian on a land line, with one digit.
        "57" when national is { Length: 11 } and ['3' or '5' or '7' or '9', ..] => national[1..],
        // Gabon wrote its zero into the number in 2019; the mobiles of that year have another one before it at home.
        "241" when national is { Length: 9 } and ['0', ..] => national[1..],
        _ => national,
    };

    /// <summary>An Argentine mobile is dialled <c>11 15 2345 6789</c> at home and <c>9 11 2345 6789</c> from abroad.</summary>
    private static string FoldArgentineMobile(string national)
    {
        if (national.Length != 12 || national[0] == '9') return national;
        var area = national.StartsWith("11", StringComparison.Ordinal) ? 2
            : ArgentinaThreeDigitAreas.Contains($" {national[..3]} ", StringComparison.Ordinal) ? 3
            : 4;
        return national[area..(area + 2)] == "15" ? $"9{national[..area]}{national[(area + 2)..]}" : national;
    }
}
