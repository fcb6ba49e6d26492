namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>
/// The desks that what has just been written may have been decided by: the present one, and those that it replaced a short
/// while ago, as a write may have waited for its store.
/// </summary>
internal sealed class DesksInForce(Agenda agenda, DeskDocument document)
{
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(6);
    private readonly Dictionary<Desk, OpenHours> _hours = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether any of them agrees.</summary>
    public bool Any(Func<Desk, bool> agrees) => document.Since(agenda.Now - LongestWrite).Any(agrees);

    /// <summary>Whether any of them agrees by its rules of a queue.</summary>
    public bool Any(string queue, Func<QueueRules, bool> agrees) => document.Since(agenda.Now - LongestWrite).Any(desk => agrees(desk.RulesFor(queue)));

    /// <summary>The hours of one of them.</summary>
    public OpenHours HoursOf(Desk desk)
    {
        if (!_hours.TryGetValue(desk, out var hours))
            _hours.Add(desk, hours = new OpenHours(desk));
        return hours;
    }
}
