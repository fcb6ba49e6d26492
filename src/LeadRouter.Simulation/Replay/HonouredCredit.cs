namespace LeadRouter.Simulation.Replay;

/// <summary>
/// How often a step of priority really was worth its credit: of two callers whose order it decides, the one with more priority
/// who came later went first. In the month that we have it was worth nothing until the 10th, and from the 13th on not for everybody.
/// </summary>
internal sealed class HonouredCredit
{
    /// <summary>Pairs that say enough.</summary>
    private const int Enough = 20;

    /// <summary>Clocks of a few seconds apart say nothing about who was first.</summary>
    private const int Unsure = 5;

    private readonly Dictionary<(int Step, DateTime Day), (int Kept, int Pairs)> _days = [];

    /// <param name="types">The types of each agent.</param>
    public HonouredCredit(RecordedLine line, IReadOnlyDictionary<string, IReadOnlySet<string>> types)
    {
        foreach (var taken in line.Waits.Where(wait => wait.Call is { Outcome: CallOutcome.Served, Agent: not null } && FitDays.Has(wait.Call)))
        {
            if (!types.TryGetValue(taken.Call.Agent!, out var own))
                continue;
            foreach (var left in line.Between(taken.To.AddSeconds(Unsure), taken.To).Where(left => own.Contains(left.Call.Type)))
                Count(taken, left);
        }
    }

    /// <summary>Share of callers whose step from the priority below up to <paramref name="step"/> counts on a day, by the days nearest to it that were learnt from; 1 when none say.</summary>
    public double Share(int step, DateTime day)
    {
        var (kept, pairs) = (0, 0);
        foreach (var near in _days.Where(known => known.Key.Step == step).OrderBy(known => (known.Key.Day - day).Duration()).ThenBy(known => known.Key.Day))
        {
            if (pairs >= Enough)
                break;
            (kept, pairs) = (kept + near.Value.Kept, pairs + near.Value.Pairs);
        }

        return pairs > 0 ? (double)kept / pairs : 1;
    }

    private void Count(RecordedWait taken, RecordedWait left)
    {
        var steps = taken.Call.Priority - left.Call.Priority;
        var later = (steps > 0 ? taken.From - left.From : left.From - taken.From).TotalSeconds;
        if (Math.Abs(steps) != 1 || later <= Unsure || later >= Credits.StepSeconds - Unsure)
            return;
        var key = (Math.Max(taken.Call.Priority, left.Call.Priority), taken.Call.WantedAt.Date);
        var (kept, pairs) = _days.GetValueOrDefault(key);
        _days[key] = (kept + (steps > 0 ? 1 : 0), pairs + 1);
    }
}
