using System.Globalization;

namespace LeadRouter.Simulation.Replay;

/// <summary>One row of a recorded month.</summary>
internal static class CallRow
{
    private const int MostSeconds = 86_400;
    private static readonly string[] Names = CallRecords.Header.Split('\t');

    /// <exception cref="InvalidDataException">A value cannot be; the message names line and column.</exception>
    public static RecordedCall Parse(string line, int number)
    {
        var values = line.Split('\t');
        if (values.Length != Names.Length)
            throw new InvalidDataException($"Line {number}: {values.Length} columns instead of {Names.Length}.");
        var row = new Values(values, number);
        var entered = row.Date(3).Add(row.Clock(4));
        var queueSeconds = row.Whole(7, MostSeconds);
        var outcome = row.Outcome(8);
        var serviceSeconds = row.Whole(11, MostSeconds);
        var agent = row.Text(12, 20);
        var (queueStart, _) = (row.Clock(5), row.Clock(6));
        var (serviceStart, _) = (row.Clock(9), row.Clock(10));
        return new RecordedCall(
            values[0].Length == 0 ? null : row.Whole(0, int.MaxValue), row.Whole(1, 2), row.Type(2), entered,
            queueSeconds > 0 ? Near(entered, queueStart) : null, queueSeconds, outcome,
            outcome == CallOutcome.Served && serviceStart > TimeSpan.Zero ? Near(entered, serviceStart) : null, serviceSeconds, agent.Length > 0 ? agent : null);
    }

    /// <summary>The day is that of the entry, and a call may go on after midnight: of the days around, the one that lies nearest.</summary>
    private static DateTime Near(DateTime entered, TimeSpan clock)
    {
        var apart = clock - entered.TimeOfDay;
        var days = apart < TimeSpan.FromHours(-12) ? 1 : apart > TimeSpan.FromHours(12) ? -1 : 0;
        return entered.Date.AddDays(days).Add(clock);
    }

    private readonly struct Values(string[] values, int number)
    {
        public int Whole(int column, int most) =>
            int.TryParse(values[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most
                ? value
                : throw Wrong(column, $"a whole number from 0 to {most} has to stand here");

        public DateTime Date(int column) =>
            DateTime.TryParseExact(values[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw Wrong(column, "a date like 1999-01-31 has to stand here");

        public TimeSpan Clock(int column) =>
            TimeSpan.TryParseExact(values[column], @"h\:mm\:ss", CultureInfo.InvariantCulture, out var clock)
                ? clock
                : throw Wrong(column, "a time like 7:05:09 has to stand here");

        public CallOutcome Outcome(int column) => values[column] switch
        {
            "AGENT" => CallOutcome.Served,
            "HANG" => CallOutcome.GaveUp,
            "PHANTOM" => CallOutcome.Phantom,
            _ => throw Wrong(column, "AGENT, HANG or PHANTOM has to stand here"),
        };

        public string Type(int column)
        {
            var text = values[column];
            return text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? text : throw Wrong(column, "two capital letters have to stand here");
        }

        public string Text(int column, int most)
        {
            var text = values[column];
            return text.Length <= most ? text : throw Wrong(column, $"at most {most} characters can stand here");
        }

        public InvalidDataException Wrong(int column, string why)
        {
            var text = values[column];
            return new InvalidDataException($"Line {number}, column {Names[column]}: '{(text.Length > 30 ? text[..30] + "..." : text)}': {why}.");
        }
    }
}
