using System.Globalization;

namespace LeadRouter.LoadTest;

/// <summary>What to load the server with.</summary>
/// <param name="Rate">Leads a second, 1 to 5,000.</param>
/// <param name="Reps">Connected reps, 1 to 1,000.</param>
/// <param name="Seconds">How long, 1 to 600.</param>
/// <param name="WarmUpSeconds">Load before it that is not counted, 0 to 60.</param>
/// <param name="Servers">0: one server on SQLite; 1: one on PostgreSQL; 2 to 8: a cluster of so many.</param>
internal sealed record LoadOptions(int Rate, int Reps, int Seconds, int WarmUpSeconds, int Servers)
{
    public const string Help = """
        Open-model load: leads are posted at a fixed rate whatever the server does, and each one's latency counts from
        the instant at which it was to be sent, so that a slow server cannot hide its queue.

          --rate N      leads a second (default 200, 1 to 5000)
          --reps N      reps on live hub connections (default 100, 1 to 1000)
          --seconds N   how long (default 30, 1 to 600)
          --warmup N    seconds of the same load before, not counted (default 5, 0 to 60)
          --servers N   0 (default): one server on SQLite; 1: one on PostgreSQL; 2 to 8: a cluster of so many on
                        PostgreSQL and Redis, posts and reps to each in turn (needs both programs installed)

        Starts the built server of the same configuration on a free loopback port with data of its own. Every rep takes
        every offer at once and closes it, so that the router and not the people are measured.
        """;

    /// <summary>The options, or null and a sentence about what is wrong.</summary>
    public static (LoadOptions? Options, string? Problem) Parse(string[] args)
    {
        var values = new Dictionary<string, int> { ["--rate"] = 200, ["--reps"] = 100, ["--seconds"] = 30, ["--warmup"] = 5, ["--servers"] = 0 };
        var limits = new Dictionary<string, (int Least, int Most)> { ["--rate"] = (1, 5000), ["--reps"] = (1, 1000), ["--seconds"] = (1, 600), ["--warmup"] = (0, 60), ["--servers"] = (0, 8) };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!limits.TryGetValue(args[i], out var limit))
                return (null, $"'{args[i]}' is not an option; see --help.");
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < limit.Least || value > limit.Most)
                return (null, $"{args[i]} takes {limit.Least} to {limit.Most}.");
            values[args[i]] = value;
        }

        return (new LoadOptions(values["--rate"], values["--reps"], values["--seconds"], values["--warmup"], values["--servers"]), null);
    }
}
