namespace LeadRouter.Simulation.Queueing;

/// <summary>
/// One line in the order of arrival before N reps, as textbooks have it: each lead's wait follows from when the reps become free
/// (J. Kiefer and J. Wolfowitz 1955). It knows no formula and no engine: it says what this very sample path has to come to.
/// </summary>
internal static class TextbookLine
{
    public static List<PathOutcome> Run(IReadOnlyList<PathLead> leads, int reps)
    {
        var free = new PriorityQueue<TimeSpan, TimeSpan>(Enumerable.Repeat((TimeSpan.Zero, TimeSpan.Zero), reps));
        var outcomes = new List<PathOutcome>(leads.Count);
        foreach (var lead in leads)
        {
            var begins = free.Peek() > lead.At ? free.Peek() : lead.At;
            var gaveUp = begins - lead.At > lead.Patience;
            outcomes.Add(new PathOutcome((gaveUp ? lead.Patience!.Value : begins - lead.At).TotalSeconds, gaveUp));
            if (gaveUp)
                continue;
            var ends = begins + lead.Handling;
            free.DequeueEnqueue(ends, ends);
        }

        return outcomes;
    }
}
