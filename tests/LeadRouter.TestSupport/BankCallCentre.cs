using System.Globalization;
using System.IO.Compression;

namespace LeadRouter.TestSupport;

/// <summary>
/// Real records of a call centre: 'Anonymous Bank', Israel, January 1999, one row per inbound call, 31,599 calls. Organised by Ilan Guedj
/// and Avi Mandelbaum, Industrial Engineering and Management, Technion; free for use with acknowledgement (keep this sentence where the
/// data is used). Callers and agents are replaced by running numbers here; the VRU line and call id are left out.
/// </summary>
public static class BankCallCentre
{
    /// <summary>What a test prints when the file is not there.</summary>
    public const string SkipReason =
        "Skipped: bank-call-centre-1999-01.tsv.gz is neither beside the repository in shared/data nor under LEADROUTER_SHARED.";

    private const string FileName = "bank-call-centre-1999-01.tsv.gz";
    private const string Header =
        "caller\tpriority\ttype\tdate\tentered\tqueue_start\tqueue_exit\tqueue_s\toutcome\tservice_start\tservice_exit\tservice_s\tagent";

    /// <summary>Israel's standard time: the month lies in winter, so that no time-zone data is needed to read it.</summary>
    private static readonly TimeSpan JerusalemInWinter = TimeSpan.FromHours(2);

    /// <summary>The path of the file, or null: first under <c>LEADROUTER_SHARED</c>, then in a <c>shared</c> beside any folder above the test.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LEADROUTER_SHARED") is { Length: > 0 } shared)
            return Existing(Path.Combine(shared, "data", FileName));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", "data", FileName)) is { } path) return path;
        return null;
    }

    /// <summary>The calls in the order of the file, read as they are asked for; null when the file is not there.</summary>
    public static IEnumerable<BankCall>? Calls() => Find() is { } path ? Read(path) : null;

    /// <summary>Reads a file of this form.</summary>
    /// <exception cref="InvalidDataException">It has other columns.</exception>
    public static IEnumerable<BankCall> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        if (reader.ReadLine() != Header) throw new InvalidDataException($"{FileName} does not begin with the known columns.");
        while (reader.ReadLine() is { } line)
            yield return Parse(line.Split('\t'));
    }

    private static BankCall Parse(string[] row) => new(
        row[0].Length == 0 ? null : Number(row[0]), Number(row[1]), row[2], At(row[3], row[4]),
        Number(row[7]), row[8], Number(row[11]), row[12].Length == 0 ? null : row[12]);

    private static DateTimeOffset At(string date, string clock) =>
        new(DateTime.ParseExact($"{date} {clock}", "yyyy-MM-dd H:mm:ss", CultureInfo.InvariantCulture), JerusalemInWinter);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
