using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>When nothing is wrong, a free rep and a lead that he or she may have do not stand beside each other for more than two seconds.</summary>
internal sealed class Prompt(Verdict verdict, JournalReader journal, Calm calm, ServerClock clock, Roster roster) : Checker(verdict)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>A wake-up at the end of a pass may come so late.</summary>
    private static readonly TimeSpan WakesWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Queue, string? Language), List<RepHistory>> _fit = [];

    public void Start() => calm.After(Every, () =>
    {
        if (calm.Has(Longest))
            LookAround();
        Start();
    });

    private void LookAround()
    {
        var free = journal.Reps.Where(rep => rep.IsThere && rep.Free > 0 && calm.IsQuiet(rep, Longest)).ToList();
        if (free.Count == 0)
            return;
        _fit.Clear();
        foreach (var lead in journal.Waiting)
        {
            if (calm.Now - lead.WaitsSince > Longest && Fitting(lead, free) is { Count: > 0 } fitting)
                LookFor(lead, fitting);
        }
    }

    /// <summary>Those of the free who may take leads like this one; in a long line there are few kinds of leads.</summary>
    private List<RepHistory> Fitting(LeadHistory lead, List<RepHistory> free)
    {
        var kind = (lead.Queue, lead.Post!.Language);
        if (!_fit.TryGetValue(kind, out var fitting))
            _fit.Add(kind, fitting = [.. free.Where(rep => roster.HasQueue(lead.Queue) && roster.MayTake(rep.Id, lead.Queue, lead.Post.Language))]);
        return fitting;
    }

    private void LookFor(LeadHistory lead, List<RepHistory> free)
    {
        var lately = clock.Now - Longest - WakesWithin;
        foreach (var rep in free)
        {
            var isKept = lead.Preferred is { } preferred && preferred.Rep != rep.Id && preferred.Until > lately;
            if (isKept || lead.Passes.Any(pass => pass.Rep == rep.Id && pass.Until > lately))
                continue;
            Violated($"lead {lead.Id} has waited in {lead.Queue} since {lead.WaitsSince:O} beside {rep.Id}, who has been free since {rep.ChangedAt:O} and holds {string.Join(", ", rep.Places.Values.Select(place => place.Lead))}");
            return;
        }
    }
}
