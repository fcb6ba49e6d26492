using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>
/// While a lead is kept for the rep who knows it, and that rep is there and may have it, it rings at nobody else however busy he or
/// she is; one that a supervisor gave to a rep rings at nobody else even while that rep is away.
/// </summary>
internal sealed class KeptForOwner(Verdict verdict, JournalReader journal, Calm calm, Roster roster) : Checker(verdict)
{
    /// <summary>What a queue knows of a rep is older than that never.</summary>
    private static readonly TimeSpan News = TimeSpan.FromSeconds(2);

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        if (happened is not LeadOffered offered || lead.Preferred is not { } preferred || preferred.Rep == offered.RepId || preferred.Until <= offered.Decision.At)
            return;
        if (preferred.Strict)
            Violated($"lead {lead.Id}, which a supervisor gave to {preferred.Rep} until {preferred.Until:O}, rings at {offered.RepId} by a decision of {offered.Decision.At:O}");
        else if (calm.Has(News) && journal.Rep(preferred.Rep) is { IsThere: true } owner && calm.IsQuiet(owner, News) && MayHave(lead, owner))
            Violated($"lead {lead.Id} is kept for {preferred.Rep} until {preferred.Until:O}, who is there, and rings at {offered.RepId} by a decision of {offered.Decision.At:O}");
    }

    private bool MayHave(LeadHistory lead, RepHistory owner) =>
        roster.MayTake(owner.Id, lead.Queue, lead.Post!.Language) && lead.Passes.All(pass => pass.Rep != owner.Id);
}
