using System.Globalization;

namespace LeadRouter.StoreBench;

/// <summary>What to measure. Bounded, so that a typing error does not fill a disk.</summary>
internal sealed record BenchOptions
{
    public int Writers { get; private init; } = 64;
    public int Readers { get; private init; }
    public int Bytes { get; private init; } = 600;
    public int Seconds { get; private init; } = 5;
    public int Actors { get; private init; } = 2000;
    public int CheckpointPages { get; private init; }
    public int PageSizeBytes { get; private init; }
    /// <summary>lean: state and one event. full: also a message out, one consumed, an index entry and the lead's row.</summary>
    public bool Full { get; private init; }
    public string? Folder { get; private init; }
    public bool Postgres { get; private init; }
    public int Processes { get; private init; } = 1;
    /// <summary>Which of the processes this is.</summary>
    public int Part { get; private init; }
    /// <summary>Set for the processes that the bench starts.</summary>
    public string? Connection { get; private init; }

    public const string Usage = """
        --store sqlite|postgres  default sqlite; postgres starts a server of its own
        --processes N         1 to 4, default 1: how many write to one PostgreSQL, each with all the writers and actors
        --writers N           1 to 4096, default 64: commits awaited at the same time
        --bytes N             1 to 1000000, default 600: size of a state
        --seconds N           1 to 120, default 5
        --actors N            default 2000: how many actors the writers share out
        --readers N           0 to 64, default 0: loads at the same time, as fast as they go
        --shape lean|full     lean: state and one event; full: also outbox, index entry and lead row
        --checkpoint-pages N  10 to 100000, default: the store's
        --page-size N         512 to 65536, default: the store's
        --folder PATH         where; default a temporary folder. Emptied of the bench's own subfolder afterwards
        """;

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new FormatException($"{args[i]} wants a value.");
            options = args[i] switch
            {
                "--writers" => options with { Writers = Number(value, 1, 4096) },
                "--bytes" => options with { Bytes = Number(value, 1, 1_000_000) },
                "--seconds" => options with { Seconds = Number(value, 1, 120) },
                "--actors" => options with { Actors = Number(value, 1, 10_000_000) },
                "--readers" => options with { Readers = Number(value, 0, 64) },
                "--checkpoint-pages" => options with { CheckpointPages = Number(value, 10, 100_000) },
                "--page-size" => options with { PageSizeBytes = Number(value, 512, 65536) },
                "--shape" => options with { Full = value == "full" || (value == "lean" ? false : throw new FormatException("--shape is lean or full.")) },
                "--store" => options with { Postgres = value == "postgres" || (value == "sqlite" ? false : throw new FormatException("--store is sqlite or postgres.")) },
                "--processes" => options with { Processes = Number(value, 1, 4) },
                "--part" => options with { Part = Number(value, 0, 9) },
                "--connection" => options with { Connection = value },
                "--folder" => options with { Folder = value },
                _ => throw new FormatException($"Unknown option {args[i]}."),
            };
        }
        if (options.Processes > 1 && !options.Postgres) throw new FormatException("A SQLite file belongs to one process.");
        return options with { Actors = Math.Max(options.Actors, options.Writers) };
    }

    private static int Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new FormatException($"'{text}' is not a number from {min} to {max}.");
}
