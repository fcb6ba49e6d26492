using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Records;

/// <summary>What is stored of a lead or a rep is what its journal tells, read by the checkers' own eyes.</summary>
internal sealed class Replays(Verdict verdict, JournalReader journal) : Checker(verdict)
{
    public override void Stored(ActorId id, object? state, DateTimeOffset? dueAt)
    {
        switch (state)
        {
            case Lead lead when Difference(lead, journal.Lead(lead.Id)!) is { } what:
                Violated($"lead {lead.Id} is stored with another {what} than its journal tells: {lead}");
                break;
            case Rep rep when Difference(rep, journal.Rep(rep.Id)!) is { } what:
                Violated($"rep {rep.Id} is stored with another {what} than the journal tells: {rep}");
                break;
        }
    }

    private static string? Difference(Lead lead, LeadHistory told)
    {
        if (lead.Sequence != told.Sequence)
            return "count of changes";
        if (lead.Status != told.Status || lead.ClosedAt != told.ClosedAt)
            return "status";
        if (lead.Queue != told.Queue || lead.DueSince != told.DueSince || lead.Priority != told.Priority || lead.ReceivedAt != told.ReceivedAt)
            return "place in its queue";
        if (lead.Offer?.Id != told.Offer?.OfferId || lead.Offer?.Rep != told.Offer?.RepId || lead.Offer?.Ticket != told.Offer?.Ticket || lead.Offer?.ExpiresAt != told.Offer?.ExpiresAt)
            return "offer";
        if (lead.OwnerTicket != told.Ticket || (!lead.IsClosed && lead.Owner != told.Owner) || lead.Preferred != told.Preferred)
            return "owner";
        if (lead.Next != told.Next || lead.RemindersSent != told.Reminders || (lead.Sla!.Warned, lead.Sla.Breached) != (told.Sla.Warned, told.Sla.Breached))
            return "deadline";
        if (lead.Unanswered != told.Unanswered || lead.FirstAttemptAt != told.FirstAttemptAt || lead.FirstContactAt != told.FirstContactAt)
            return "record of its calls";
        if (lead.Result?.Disposition != told.Said?.Disposition || lead.Result?.Rep != told.Said?.RepId)
            return "result";
        return Difference(lead.Passes, told.Passes) ?? Difference(lead.Attempts, told.Attempts);
    }

    private static string? Difference(IReadOnlyList<Pass> stored, IReadOnlyList<Pass> told)
    {
        for (var i = 0; i < Math.Max(stored.Count, told.Count); i++)
        {
            if (i >= stored.Count || i >= told.Count || stored[i] != told[i])
                return "list of who is left alone with it";
        }

        return null;
    }

    private static string? Difference(IReadOnlyList<Attempt> stored, IReadOnlyList<AttemptHistory> told)
    {
        for (var i = 0; i < Math.Max(stored.Count, told.Count); i++)
        {
            if (i >= stored.Count || i >= told.Count || stored[i].Id != told[i].Id || stored[i].InitiatedAt != told[i].StartedAt || stored[i].AnsweredAt != told[i].AnsweredAt || stored[i].End != told[i].End)
                return "list of calls";
        }

        return null;
    }

    private static string? Difference(Rep rep, RepHistory told)
    {
        if (rep.Sequence != told.Sequence)
            return "count of changes";
        if (rep.Presence != told.Presence || rep.GraceEndsAt != told.GraceEndsAt || rep.Connections.Count != told.Connections.Count)
            return "presence";
        if (rep.MissedInRow != told.MissedInRow || rep.IdleSince != told.IdleSince || rep.LastTicket != told.LastTicket)
            return "count of missed offers, or idle time";
        if ((rep.Worked.Until, rep.Worked.Leads) != told.Worked)
            return "count of the day's leads";
        if (rep.Holds.Count != told.Places.Count)
            return "number of places";
        foreach (var hold in rep.Holds)
        {
            if (!told.Places.TryGetValue(hold.Ticket, out var place) || place.Lead != hold.Lead || place.IsOwned != hold.Owned || place.VerifyAt != hold.VerifyAt)
                return "place";
        }

        return null;
    }
}
