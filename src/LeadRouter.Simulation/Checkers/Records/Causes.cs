using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>Nothing happens to an offer or a lead that nobody asked for: every end, call, result and change of presence has somebody in the world who wished it.</summary>
internal sealed class Causes(Verdict verdict, JournalReader journal, Roster roster) : Checker(verdict)
{
    private readonly Dictionary<LeadId, List<object>> _wishes = [];
    private readonly HashSet<(RepId Rep, Presence Presence)> _presences = [];

    public override void Wished(LeadId lead, LeadCommand command) => Wish(lead, command);

    public override void WishedCall(RepId rep, LeadId lead) => Wish(lead, rep);

    public override void Wished(RepId rep, RepCommand command)
    {
        if (command is SetRepPresence set)
            _presences.Add((rep, set.Presence));
    }

    public override void Retired(Lead lead) => _wishes.Remove(lead.Id);

    public override void Happened(RepHistory rep, RepEvent happened)
    {
        if (happened is PresenceChanged { Reason: null } changed && !_presences.Contains((rep.Id, changed.Presence)))
            Violated($"{rep.Id} is {changed.Presence} at {changed.At:O}, which nobody asked for");
    }

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        var isWished = happened switch
        {
            OfferAccepted e => Has(lead, wish => wish is AcceptOffer accept && accept.OfferId == e.OfferId && accept.RepId == e.RepId),
            OfferEnded { Why: OfferEnd.Declined } e => Has(lead, wish => wish is DeclineOffer decline && decline.OfferId == e.OfferId && decline.RepId == e.RepId),
            OfferEnded { Why: OfferEnd.Withdrawn } => Has(lead, wish => wish is ReassignLead or WithdrawLead),
            OfferEnded { Why: OfferEnd.Rescinded } e => journal.Rep(e.RepId)!.HasLeft(lead.Offer!.Ticket),
            CallRequested e => Has(lead, wish => wish is RepId rep && rep == e.RepId),
            DispositionSet e => Has(lead, wish => wish is CompleteLead complete && complete.RepId == e.RepId && complete.Disposition == e.Disposition && complete.Amount == e.Amount && complete.CallbackAt == e.CallbackAt),
            ReminderSnoozed e => Has(lead, wish => wish is SnoozeLead snooze && snooze.RepId == e.RepId && e.Next.At == e.At.AddMinutes(snooze.Minutes)),
            LeadReassigned e => Has(lead, wish => wish is ReassignLead reassign && reassign.ToRep == e.ToRep && (reassign.ToQueue ?? lead.Queue) == e.Queue),
            LeadClosed { Status: LeadStatus.Withdrawn } => Has(lead, wish => wish is WithdrawLead),
            LeadClosed { Status: LeadStatus.NotReachable } => true,
            LeadClosed e => lead.Said is { } said && said.RepId == e.RepId && said.Amount == e.Amount && IsMeant(said.Disposition, e.Status),
            _ => true,
        };
        if (!isWished)
            Violated($"{happened.GetType().Name} of {lead.Id} at {happened.At:O} has no cause: {happened}");
        if (happened is LeadClosed)
            _wishes.Remove(lead.Id);
    }

    /// <summary>The dispositions of every drawn desk.</summary>
    private bool IsMeant(string disposition, LeadStatus status) => roster.OutcomeOf(disposition) == status switch
    {
        LeadStatus.Won => DispositionOutcome.Won,
        LeadStatus.Lost => DispositionOutcome.Lost,
        LeadStatus.Invalid => DispositionOutcome.Invalid,
        _ => null,
    };

    private void Wish(LeadId lead, object wish)
    {
        if (!_wishes.TryGetValue(lead, out var wishes))
            _wishes.Add(lead, wishes = []);
        wishes.Add(wish);
    }

    private bool Has(LeadHistory lead, Predicate<object> wish) => _wishes.TryGetValue(lead.Id, out var wishes) && wishes.Exists(wish);
}
