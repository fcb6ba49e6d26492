using System.IO.Compression;
using CsvHelper;

namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Reads a recorded month of a call centre: tab separated, one row per inbound call, plain or gzip. The month that we have is real:
/// 'Anonymous Bank', Israel, January 1999, 31,599 calls. Organised by Ilan Guedj and Avi Mandelbaum, Industrial Engineering and
/// Management, Technion; free for use with acknowledgement (keep this sentence where the data is used). Callers and agents are
/// replaced by running numbers there; the VRU line and call id are left out.
/// </summary>
public static class CallRecords
{
    /// <summary>Most calls of a file.</summary>
    public const int MostCalls = 500_000;

    /// <summary>The first line of a file: the names of its columns.</summary>
    public const string Header =
        "caller\tpriority\ttype\tdate\tentered\tqueue_start\tqueue_exit\tqueue_s\toutcome\tservice_start\tservice_exit\tservice_s\tagent";

    private const int LongestDays = 62;
    private const int LongestShown = 30;

    /// <summary>A row is short: a file of another kind is noticed before it fills the memory.</summary>
    private static readonly CsvReaderOptions Format = new() { Separator = '\t', Mode = CsvMode.NoEscape, SkipEmptyLines = false, TrackLineNumbers = true, MaxRecordSize = 500 };

    /// <summary>The calls in the order of the file.</summary>
    /// <exception cref="InvalidDataException">It is not of this form; the message names line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<RecordedCall> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain);
        return Read(reader);
    }

    /// <summary>The same of an open text.</summary>
    public static IReadOnlyList<RecordedCall> Read(TextReader reader)
    {
        using var rows = CsvReader.Create(reader, Format, leaveOpen: true);
        var calls = new List<RecordedCall>();
        try
        {
            if (string.Join('\t', rows.Headers) != Header)
                throw new InvalidDataException($"Line 1: the columns have to be {Header.Replace("\t", ", ", StringComparison.Ordinal)}, separated by tabs.");
            while (rows.Read())
            {
                if (rows.FieldCount != rows.Headers.Count)
                    throw new InvalidDataException($"Line {rows.LineNumber}: {rows.FieldCount} columns instead of {rows.Headers.Count}.");
                calls.Add(rows.GetRecord<CallRow>().Call());
                if (calls.Count > MostCalls)
                    throw new InvalidDataException($"Line {rows.LineNumber}: more than {MostCalls} calls.");
            }
        }
        catch (CsvFormatException wrong)
        {
            throw new InvalidDataException(wrong.FieldIndex < 0 ? $"Line {wrong.LineNumber}: {wrong.Message}" : $"Line {wrong.LineNumber}, column {rows.Headers[wrong.FieldIndex]}: '{Shown(rows.GetString(wrong.FieldIndex))}' cannot stand here.", wrong);
        }

        if (calls.Count == 0)
            throw new InvalidDataException("Line 2: there is no call.");
        var (first, last) = (calls.Min(call => call.Entered), calls.Max(call => call.Entered));
        return (last - first).TotalDays <= LongestDays
            ? calls
            : throw new InvalidDataException($"The calls reach from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}; at most {LongestDays} days are replayed.");
    }

    private static string Shown(string value) => value.Length > LongestShown ? value[..LongestShown] + "..." : value;

    private static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        return isGzip;
    }
}
