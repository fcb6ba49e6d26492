namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// In the healed phase no lead waits while a rep whose screen shows nothing to do stands ready for as long, no message
/// is on its way for as long, and no rep is held up for as long by a lead that is not his or hers.
/// </summary>
internal sealed class NoStarvation(Verdict verdict, Roster roster) : Checker(verdict)
{
    /// <summary>Owner first (60 s), a pass after a miss (10 s), a match that came to nothing (2 s), and a reserve.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private Dictionary<(LeadId Lead, long Queued), DateTimeOffset> _waiting = [];
    private Dictionary<(LeadId Lead, long Queued), DateTimeOffset> _waited = [];
    private readonly Dictionary<long, DateTimeOffset> _onTheirWay = [];
    private readonly Dictionary<(RepId Rep, LeadId Lead, long Ticket), DateTimeOffset> _heldUp = [];

    /// <summary>A look at the floor.</summary>
    /// <param name="readySince">The reps who stand ready with an empty screen, and since when.</param>
    public void Look(FinalView view, IReadOnlyDictionary<RepId, DateTimeOffset> readySince)
    {
        LookAtMessagesAndHolds(view);
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
        LookAtMessagesAndHolds(view);
        foreach (var (lead, _) in view.OpenLeads())
        {
            if (lead.Status == LeadStatus.Waiting && !roster.HasQueue(lead.Queue))
                Violated($"lead {lead.Id} waits in {lead.Queue}, which the desk does not have");
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

    private void LookAtMessagesAndHolds(FinalView view)
    {
        MustPass(_onTheirWay, view.OutboxSequences, view.Now, (message, since) => $"message {message} has been on its way since {since:O}");
        var heldUp = view.Reps().SelectMany(rep => rep.Holds.Where(hold => !IsHeld(view.Lead(hold.Lead)?.Lead, rep.Id, hold)).Select(hold => (Rep: rep.Id, hold.Lead, hold.Ticket))).ToList();
        MustPass(_heldUp, heldUp, view.Now, (hold, since) => $"{hold.Rep} has been held up since {since:O} by lead {hold.Lead}, which is {view.Lead(hold.Lead)?.Lead.Status.ToString() ?? "not there"}");
    }

    /// <summary>What is there now must be gone before it has lasted too long.</summary>
    /// <param name="known">Since when each has been seen.</param>
    private void MustPass<T>(Dictionary<T, DateTimeOffset> known, IReadOnlyCollection<T> there, DateTimeOffset now, Func<T, DateTimeOffset, string> what) where T : notnull
    {
        foreach (var gone in known.Keys.Except(there).ToList())
            known.Remove(gone);
        foreach (var thing in there)
        {
            if (!known.TryAdd(thing, now) && now - known[thing] > Patience)
                Violated(what(thing, known[thing]));
        }
    }

    private static bool IsHeld(Lead? lead, RepId rep, Hold hold) => lead is not null && !lead.IsClosed
        && ((lead.Owner == rep && lead.OwnerTicket == hold.Ticket) || (lead.Offer?.Rep == rep && lead.Offer.Ticket == hold.Ticket));
}
