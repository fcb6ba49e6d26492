namespace LeadRouter.Domain.Queues;

/// <summary>
/// The order inside a queue: a lead's priority plus its age. All leads of a queue age alike, so the order of two leads
/// never changes while they wait and the key can be fixed: due since, moved back by what the priority is worth. Every
/// lead gets to the head in bounded time, whatever arrives later (at most 1000 points are worth more than age).
/// </summary>
public static class PriorityAgeing
{
    /// <summary>The smaller goes first.</summary>
    /// <param name="ageingSecondsPerPoint">Waiting this long is worth one point, 1 to 3600 s.</param>
    public static DateTimeOffset Key(WaitingLead lead, int ageingSecondsPerPoint) =>
        lead.DueSince.AddSeconds(-(double)lead.Priority * ageingSecondsPerPoint);
}
