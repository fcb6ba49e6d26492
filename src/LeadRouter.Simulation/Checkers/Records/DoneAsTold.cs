using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>What a rep asked of his or her own presence, or an administrator of the rep, and was told is done, stands in the journal.</summary>
internal sealed class DoneAsTold(Verdict verdict, JournalReader journal) : Checker(verdict)
{
    public override void Granted(RepId rep, RepCommand command, DateTimeOffset sentAt)
    {
        var isDone = command switch
        {
            SetRepPresence set => journal.Rep(rep)!.WasSince(set.Presence, sentAt),
            ChangeRepProfile change => journal.Rep(rep)!.HadSince(change.Profile, sentAt),
            _ => true,
        };
        if (!isDone)
            Violated($"{rep} was told that {command} is done, and it is not");
    }
}
