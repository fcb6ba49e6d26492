using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.World;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// In the healed phase no lead waits while a rep whose screen shows nothing to do stands ready for as long; at the end
/// the messages have arrived and no rep is held up by a lead that is not his or hers.
/// </summary>
internal sealed class NoStarvation(Verdict verdict, Roster roster) : Checker(verdict)
{
    /// <summary>Owner first (60 s), a pass after a miss (10 s), a match that came to nothing (2 s), and a reserve.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private Dictionary<(LeadId Lead, long Queued), DateTimeOffset> _waiting = [];
    private Dictionary<(LeadId Lead, long Queued), DateTimeOffset> _waited = [];
    private readonly Dictionary<long, DateTimeOffset> _onTheirWay = [];

    /// <summary>A look at the floor.</summary>
    /// <param name="readySince">The reps who stand ready with an empty screen, and since when.</param>
    public void Look(FinalView view, IReadOnlyDictionary<RepId, DateTimeOffset> readySince)
    {
        LookAtMessages(view);
        var longReady = readySince.Where(rep => view.Now - rep.Value > Patience).ToList();
        (_waited, _waiting) = (_waiting, _waited);
        _waiting.Clear();
        foreach (var (lead, _) in view.OpenLeads())
        {
            if (lead.Status != LeadStatus.Waiting)
                continue;
            var since = _waited.GetValueOrDefault((lead.Id, lead.QueuedSequence), view.Now);
            _waiting.Add((lead.Id, lead.QueuedSequence), since);
            if (view.Now - since > Patience)
                LookFor(lead, since, longReady, view.Now);
        }
    }

    public override void End(FinalView view)
    {
        LookAtMessages(view);
        foreach (var (lead, _) in view.OpenLeads())
        {
            if (lead.Status == LeadStatus.Waiting && !roster.HasQueue(lead.Queue))
                Violated($"lead {lead.Id} waits in {lead.Queue}, which the desk does not have");
        }

        foreach (var rep in view.Reps())
        {
            foreach (var hold in rep.Holds)
            {
                var lead = view.Lead(hold.Lead)?.Lead;
                if (!IsHeld(lead, rep.Id, hold) && hold.Since < view.Now - Patience)
                    Violated($"{rep.Id} is held up by lead {hold.Lead} since {hold.Since:O}, which is {lead?.Status.ToString() ?? "not there"}");
            }
        }
    }

    private void LookFor(Lead lead, DateTimeOffset since, List<KeyValuePair<RepId, DateTimeOffset>> longReady, DateTimeOffset now)
    {
        foreach (var pass in lead.Passes)
        {
            if (pass.Until > now - Patience)
                return;
        }

        foreach (var (rep, ready) in longReady)
        {
            if (roster.MayTake(rep, lead.Queue, lead.Post.Language))
                Violated($"lead {lead.Id} has waited since {since:O} while {rep} has stood ready since {ready:O}");
        }
    }

    private void LookAtMessages(FinalView view)
    {
        foreach (var arrived in _onTheirWay.Keys.Except(view.OutboxSequences).ToList())
            _onTheirWay.Remove(arrived);
        foreach (var sequence in view.OutboxSequences)
        {
            if (!_onTheirWay.TryAdd(sequence, view.Now) && view.Now - _onTheirWay[sequence] > Patience)
                Violated($"message {sequence} has been on its way since {_onTheirWay[sequence]:O}");
        }
    }

    private static bool IsHeld(Lead? lead, RepId rep, Hold hold) => lead is not null && !lead.IsClosed
        && ((lead.Owner == rep && lead.OwnerTicket == hold.Ticket) || (lead.Offer?.Rep == rep && lead.Offer.Ticket == hold.Ticket));
}
