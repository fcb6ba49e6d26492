using System.Globalization;
using LeadRouter.Contracts;
using LeadRouter.Simulation.Replay;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>
/// The prospects of one week of the bank, in their order and with their bursts, in much less time. Who was served and
/// who hung up both came in. Nights are cut short: of a pause in which nobody came, at most half an hour is kept.
/// </summary>
internal sealed class CompressedWeek
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private CompressedWeek(IReadOnlyList<Arrival> arrivals, double factor, IReadOnlyDictionary<string, TimeSpan> handling) =>
        (Arrivals, Factor, Handling) = (arrivals, factor, handling);

    public IReadOnlyList<Arrival> Arrivals { get; }

    /// <summary>Real time over compressed time.</summary>
    public double Factor { get; }

    /// <summary>Compressed handling time by external id.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Handling { get; }

    /// <summary>Compresses the prospects from <paramref name="sunday"/> on, for seven days, into <paramref name="length"/>.</summary>
    public static CompressedWeek Of(IEnumerable<RecordedCall> calls, DateTime sunday, TimeSpan length)
    {
        var prospects = calls
            .Where(call => call is { Type: RecordedCall.Prospect, Outcome: CallOutcome.Served or CallOutcome.GaveUp })
            .Where(call => call.Entered >= sunday && call.Entered < sunday.AddDays(7))
            .OrderBy(call => call.Entered).ToList();
        var at = new List<TimeSpan>();
        for (var i = 0; i < prospects.Count; i++)
            at.Add(i == 0 ? TimeSpan.Zero : at[^1] + Shorter(prospects[i].Entered - prospects[i - 1].Entered));
        var factor = at[^1] / length;
        var arrivals = prospects.Select((call, i) => new Arrival(at[i] / factor, Lead(call, i))).ToList();
        return new CompressedWeek(arrivals, factor, Times(prospects, factor));
    }

    /// <summary>Who hung up was never served: his or her lead takes as long as the last one that was.</summary>
    private static Dictionary<string, TimeSpan> Times(List<RecordedCall> prospects, double factor)
    {
        var seconds = prospects.First(call => call.ServiceSeconds > 0).ServiceSeconds;
        var times = new Dictionary<string, TimeSpan>();
        for (var i = 0; i < prospects.Count; i++)
        {
            seconds = prospects[i].ServiceSeconds > 0 ? prospects[i].ServiceSeconds : seconds;
            times.Add(Id(i), TimeSpan.FromSeconds(seconds / factor));
        }

        return times;
    }

    private static TimeSpan Shorter(TimeSpan pause) => pause < LongestPause ? pause : LongestPause;

    /// <summary>A caller whom the bank knew has one phone, so that he or she is known again here.</summary>
    private static PostLeadRequest Lead(RecordedCall call, int number) => new()
    {
        ExternalId = Id(number),
        Name = "Prospect",
        Phone = call.Caller is > 0 and var caller ? Phone(53, caller) : Phone(54, number),
    };

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"call-{number}");

    private static string Phone(int prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"+972{prefix}{1_000_000 + number}");
}

/// <summary>A lead that comes in <paramref name="After"/> the start.</summary>
internal sealed record Arrival(TimeSpan After, PostLeadRequest Lead);
