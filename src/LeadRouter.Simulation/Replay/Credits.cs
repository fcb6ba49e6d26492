namespace LeadRouter.Simulation.Replay;

/// <summary>
/// The waiting that callers are credited. Who they are, and so their priority, is known only of those who queued: who was served
/// at once gets that of somebody of the same type and hour who did.
/// </summary>
/// <param name="fitted">The calls to learn from.</param>
internal sealed class Credits(IReadOnlyList<RecordedCall> fitted, HonouredCredit honoured, Draw draw)
{
    /// <summary>What a step of priority is worth, by the description of the month.</summary>
    public const int StepSeconds = 90;

    /// <summary>Callers who say enough.</summary>
    private const int Enough = 30;

    private readonly Strata<List<int>> _priorities = new(
        [.. fitted.Where(call => call.QueuedAt is not null)], alike => [.. alike.Select(call => call.Priority)], priorities => priorities.Count >= Enough);

    /// <summary>Of one call; drawn anew each time.</summary>
    public int SecondsOf(RecordedCall call)
    {
        var priority = PriorityOf(call);
        var steps = 0;
        while (steps < priority && draw.Chance(honoured.Share(steps + 1, call.WantedAt.Date)))
            steps++;
        return steps * StepSeconds;
    }

    /// <summary>As recorded, or guessed.</summary>
    public int PriorityOf(RecordedCall call) => call.QueuedAt is not null ? call.Priority : _priorities.Of(call) is { Count: > 0 } known ? draw.OneOf(known) : 0;
}
