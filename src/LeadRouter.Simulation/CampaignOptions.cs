using System.Globalization;

namespace LeadRouter.Simulation;

/// <summary>What the command line asks for.</summary>
internal sealed record CampaignOptions
{
    public int Seeds { get; init; } = 100;

    public int FirstSeed { get; init; } = 1;

    public double Days { get; init; } = 1;

    public bool WithFaults { get; init; } = true;

    public string? Folder { get; init; }

    /// <summary>The options, or null when they cannot be read.</summary>
    public static CampaignOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new CampaignOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count || Set(options, arguments[i], arguments[i + 1]) is not { } next)
                return null;
            options = next;
        }

        return options;
    }

    private static CampaignOptions? Set(CampaignOptions options, string name, string value) => name switch
    {
        "--seeds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) && seeds > 0 => options with { Seeds = seeds },
        "--first-seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => options with { FirstSeed = seed },
        "--days" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 0.01 and <= 100 => options with { Days = days },
        "--faults" when value is "on" or "off" => options with { WithFaults = value == "on" },
        "--out" when value.Length > 0 => options with { Folder = value },
        _ => null,
    };
}
