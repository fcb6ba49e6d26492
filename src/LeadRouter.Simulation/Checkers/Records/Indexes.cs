using LeadRouter.Turns.Stored;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>The indexes of the queues, the list of open leads and the search say of each lead and rep what is stored of it, at every instant.</summary>
internal sealed class Indexes(Verdict verdict, Tables tables) : Checker(verdict)
{
    public override void Look()
    {
        var waiting = tables.OpenLeads.Select(row => row.Lead).Where(lead => lead.Status == LeadStatus.Waiting).ToLookup(lead => lead.Queue);
        Same(QueueIndexes.WaitingPrefix, waiting.Select(queue => (QueueIndexes.Waiting(queue.Key), queue.Select(lead => lead.Id.Value))));
        var members = tables.Reps.Where(rep => rep.Profile.Active)
            .SelectMany(rep => rep.Profile.Queues.Distinct().Select(queue => (queue, rep.Id.Value))).ToLookup(pair => pair.queue, pair => pair.Value);
        Same(QueueIndexes.RepsPrefix, members.Select(queue => (QueueIndexes.Reps(queue.Key), queue.AsEnumerable())));
    }

    public override void End(FinalView view)
    {
        Look();
        foreach (var lead in tables.Leads)
        {
            var isOpen = tables.LeadRows.TryGetValue(lead.Id.Value, out var row) && row.Open;
            if (row is null || isOpen == lead.IsClosed || row.Queue != lead.Queue || row.Owner != lead.Owner?.Value || row.OfferedTo != lead.Offer?.Rep.Value || row.Phone != lead.Post.Phone?.Value || row.Email != lead.Post.Email || !string.Equals(row.State, lead.Status.ToString(), StringComparison.OrdinalIgnoreCase))
                Violated($"the search finds {row} for lead {lead}");
        }

        foreach (var (lead, _) in view.OpenLeads().Where(row => row.Lead.Status == LeadStatus.Waiting))
        {
            var entry = StoredJson.Read<WaitingLead>(tables.Index(QueueIndexes.Waiting(lead.Queue)).First(entry => entry.Key == lead.Id.Value).Value);
            if (entry.Sequence != lead.Sequence || entry.Priority != lead.Priority || entry.DueSince != lead.DueSince || entry.Preferred != lead.Preferred || !entry.Passes.SequenceEqual(lead.Passes))
                Violated($"the queue's index has {entry} for lead {lead}");
        }
    }

    private void Same(string prefix, IEnumerable<(string Index, IEnumerable<string> Keys)> stored)
    {
        var expected = stored.ToDictionary(index => index.Index, index => index.Keys.ToHashSet());
        foreach (var index in tables.Indexes(prefix).Union(expected.Keys).ToList())
        {
            var kept = tables.Index(index).Select(entry => entry.Key).ToHashSet();
            if (!kept.SetEquals(expected.GetValueOrDefault(index, [])))
                Violated($"index {index} has {string.Join(", ", kept)} and should have {string.Join(", ", expected.GetValueOrDefault(index, []))}");
        }
    }
}
