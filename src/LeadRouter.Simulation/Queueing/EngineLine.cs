using System.Globalization;

namespace LeadRouter.Simulation.Queueing;

/// <summary>The same sample path through the real engine: posted, offered, accepted, called, completed; or withdrawn.</summary>
internal static class EngineLine
{
    private const string Queue = "sales";
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    /// <summary>The reps come a minute before the first lead may.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromDays(2);

    public static List<PathOutcome> Run(IReadOnlyList<PathLead> leads, int reps, Draw draw, Func<IActor, IActor> actor)
    {
        var world = new ControlledWorld(draw, Begin, PatientDesk.Of(Queue), actor);
        var end = Begin + Opening + leads[^1].At + LongestEnd;
        for (var number = 1; number <= reps; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"rep-{number:000}");
            world.Staff(new RepId(name), new RepProfile { Name = name, Queues = [Queue] }, [new Stretch(Begin.AddSeconds(10), end + LongestEnd)]);
        }

        var posted = leads.Select(lead => world.Expect(new LeadScript(Begin + Opening + lead.At, lead.Handling, lead.Patience, Queue))).ToList();
        world.RunUntil(end);
        return [.. posted.Select(Outcome)];
    }

    private static PathOutcome Outcome(ScriptedLead lead) => lead is { Wait: { } wait } && (lead.ClosedAt ?? lead.GaveUpAt) is not null
        ? new PathOutcome(wait.TotalSeconds, lead.GaveUpAt is not null)
        : throw new InvalidOperationException($"{lead.Id.Value} was still open at the end.");
}
