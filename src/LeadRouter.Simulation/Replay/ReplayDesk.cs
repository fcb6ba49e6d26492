namespace LeadRouter.Simulation.Replay;

/// <summary>
/// The recorded call types on a desk. They share their agents and have one order over all, so they are one queue; the engine asks of every
/// lead which language its rep has to speak, and here a type is a language: who speaks it takes the type.
/// </summary>
internal static class ReplayDesk
{
    private const string Queue = "calls";

    /// <summary>A lead's score is at most 100 points, and two steps of priority have to fit in.</summary>
    private const int SecondsPerPoint = 2;

    public static Desk Desk()
    {
        var desk = PatientDesk.Of(Queue);
        return desk with { Queues = [.. desk.Queues.Select(queue => queue with { AgeingSecondsPerPoint = SecondsPerPoint })] };
    }

    public static RepProfile Profile(string agent, IEnumerable<string> types) => new() { Name = agent, Queues = [Queue], Languages = [.. types.Order(StringComparer.Ordinal)] };

    /// <param name="creditSeconds">Waiting that the caller is credited.</param>
    public static LeadScript Lead(RecordedCall call, TimeSpan handling, TimeSpan? patience, int creditSeconds) =>
        new(Instant(call.WantedAt), handling, patience, Queue) { Score = (double)creditSeconds / SecondsPerPoint, Language = call.Type };

    /// <summary>The wall clock is run as if it were UTC: hours stay what the records say.</summary>
    public static DateTimeOffset Instant(DateTime clock) => new(clock, TimeSpan.Zero);
}
