using System.Globalization;
using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

/// <summary>Calls of a made-up day, written in a line each.</summary>
internal static class Recorded
{
    /// <summary>A Sunday with an odd number: what is learnt is learnt from it.</summary>
    private static readonly DateTime Day = new(1999, 1, 3);

    public static RecordedCall Served(string type, string clock, int waited, int seconds, string agent, int priority = 0)
    {
        var at = At(clock);
        return new RecordedCall(null, priority, type, at, waited > 0 ? at : null, waited, CallOutcome.Served, at.AddSeconds(waited), seconds, agent);
    }

    public static RecordedCall GaveUp(string type, string clock, int waited, int priority = 0) =>
        new(null, priority, type, At(clock), At(clock), waited, CallOutcome.GaveUp, null, 0, null);

    /// <summary>The same call, so many days later.</summary>
    public static RecordedCall Later(this RecordedCall call, int days) => call with
    {
        Entered = call.Entered.AddDays(days),
        QueuedAt = call.QueuedAt?.AddDays(days),
        ServedAt = call.ServedAt?.AddDays(days),
    };

    public static DateTime At(string clock) => Day.Add(TimeSpan.Parse(clock, CultureInfo.InvariantCulture));
}
