using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>In calm an open desk shows what rings at its rep and the leads that are his or hers, and nothing else.</summary>
internal sealed class Screens(Verdict verdict, JournalReader journal, Calm calm, Floor floor, Tables tables) : Checker(verdict)
{
    /// <summary>A push and the words before it take less.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(2);

    public override void Look()
    {
        if (!calm.Has(Lag))
            return;
        var leads = tables.OpenLeads.Select(row => row.Lead).Where(lead => lead.Addressee() is not null).ToLookup(lead => lead.Addressee()!.Value);
        foreach (var rep in floor.Reps)
        {
            if (rep.ShownSince is not { } shown || calm.Now - shown < Lag || journal.Rep(rep.Id) is not { } history || !calm.IsQuiet(history, Lag))
                continue;
            var stood = leads[rep.Id].Where(lead => calm.Now - journal.Lead(lead.Id)!.ChangedAt >= Lag).ToList();
            foreach (var lead in stood)
            {
                if (!rep.Screen.Shows(lead))
                    Violated($"{rep.Id} does not see lead {lead.Id} ({lead.Status}, offer {lead.Offer?.Id}, change {lead.Sequence}) as it has stood since {journal.Lead(lead.Id)!.ChangedAt:O}");
            }

            foreach (var id in rep.Screen.All)
            {
                if (journal.Lead(id) is { } known && calm.Now - known.ChangedAt >= Lag && leads[rep.Id].All(lead => lead.Id != id))
                    Violated($"{rep.Id} still sees lead {id}, which is {known.Status} of {known.Owner} since {known.ChangedAt:O}");
            }
        }
    }
}
