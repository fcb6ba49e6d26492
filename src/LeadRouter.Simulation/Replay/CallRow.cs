using CsvHelper;

namespace LeadRouter.Simulation.Replay;

/// <summary>One row of a recorded month as it stands in the file. The day is that of the entry; the clocks that follow may be after midnight.</summary>
[CsvRecord]
internal sealed partial record CallRow(
    [CsvColumn("caller"), CsvValidate(nameof(CallRow.IsNumber))] int? Caller,
    [CsvColumn("priority"), CsvValidate(nameof(CallRow.IsPriority))] int Priority,
    [CsvColumn("type"), CsvValidate(nameof(CallRow.IsType))] string Type,
    [CsvColumn("date"), CsvFormat("yyyy-MM-dd")] DateTime Date,
    [CsvColumn("entered"), CsvFormat(CallRow.Clock)] TimeSpan Entered,
    [CsvColumn("queue_start"), CsvFormat(CallRow.Clock)] TimeSpan QueueStart,
    [CsvColumn("queue_exit"), CsvFormat(CallRow.Clock)] TimeSpan QueueExit,
    [CsvColumn("queue_s"), CsvValidate(nameof(CallRow.IsSeconds))] int QueueSeconds,
    [CsvColumn("outcome")] CallOutcome Outcome,
    [CsvColumn("service_start"), CsvFormat(CallRow.Clock)] TimeSpan ServiceStart,
    [CsvColumn("service_exit"), CsvFormat(CallRow.Clock)] TimeSpan ServiceExit,
    [CsvColumn("service_s"), CsvValidate(nameof(CallRow.IsSeconds))] int ServiceSeconds,
    [CsvColumn("agent"), CsvValidate(nameof(CallRow.IsAgent))] string Agent)
{
    private const string Clock = @"h\:mm\:ss";

    public RecordedCall Call()
    {
        var entered = Date + Entered;
        return new RecordedCall(
            Caller, Priority, Type, entered, QueueSeconds > 0 ? Near(entered, QueueStart) : null, QueueSeconds, Outcome,
            Outcome == CallOutcome.Served && ServiceStart > TimeSpan.Zero ? Near(entered, ServiceStart) : null, ServiceSeconds, Agent.Length > 0 ? Agent : null);
    }

    /// <summary>Of the days around, the one on which the clock lies nearest.</summary>
    private static DateTime Near(DateTime entered, TimeSpan clock)
    {
        var apart = clock - entered.TimeOfDay;
        var days = apart < TimeSpan.FromHours(-12) ? 1 : apart > TimeSpan.FromHours(12) ? -1 : 0;
        return entered.Date.AddDays(days).Add(clock);
    }

    private static bool IsNumber(int? caller) => caller is null or >= 0;

    private static bool IsPriority(int priority) => priority is >= 0 and <= 2;

    private static bool IsType(string type) => type is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static bool IsSeconds(int seconds) => seconds is >= 0 and <= 86_400;

    private static bool IsAgent(string agent) => agent.Length <= 20;
}
