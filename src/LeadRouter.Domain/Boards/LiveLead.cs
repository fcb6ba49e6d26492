namespace LeadRouter.Domain.Boards;

/// <summary>What the board needs of an open lead. It follows from the lead alone, so that two servers say the same of it and it can be stored beside the lead.</summary>
/// <param name="DueSince">Since when it has been due in its queue.</param>
/// <param name="IsDue">Its first attempt is still to come.</param>
/// <param name="IsWorked">A rep owns it and works on it.</param>
/// <param name="Rep">Who it rings at, or who works on it; else null.</param>
/// <param name="Activity">What <paramref name="Rep"/> does with it.</param>
/// <param name="Since">Since when; without a rep, of no meaning.</param>
public sealed record LiveLead(string Queue, LeadStatus Status, DateTimeOffset DueSince, bool IsDue, bool IsWorked, RepId? Rep, RepActivity? Activity, DateTimeOffset Since)
{
    /// <summary>The same of a lead that is open.</summary>
    public static LiveLead Of(Lead lead)
    {
        var activity = ActivityOn(lead);
        return new LiveLead(lead.Queue, lead.Status, lead.DueSince,
            IsDue: lead.FirstAttemptAt is null && lead.Status is not LeadStatus.Callback,
            IsWorked: lead.OwnerTicket is not null,
            Rep: lead.Offer?.Rep ?? (lead.OwnerTicket is null ? null : lead.Owner),
            activity, SinceOf(lead, activity));
    }

    private static RepActivity? ActivityOn(Lead lead) => lead switch
    {
        { Offer: not null } => RepActivity.Ringing,
        { OwnerTicket: null } => null,
        { LiveAttempt: { Manual: false, AnsweredAt: not null } } => RepActivity.Talking,
        { LiveAttempt: not null } => RepActivity.Calling,
        { Status: LeadStatus.Reached } => RepActivity.WrapUp,
        _ => RepActivity.Working,
    };

    private static DateTimeOffset SinceOf(Lead lead, RepActivity? activity) => activity switch
    {
        RepActivity.Ringing => lead.Offer!.MadeAt,
        RepActivity.Talking => lead.LiveAttempt!.AnsweredAt!.Value,
        RepActivity.Calling => lead.LiveAttempt!.RequestedAt,
        null => lead.DueSince,
        _ => Latest(lead.DueSince, lead.OwnedAt, lead.Attempts is [.., var last] ? last.EndedAt : null),
    };

    private static DateTimeOffset Latest(DateTimeOffset first, DateTimeOffset? second, DateTimeOffset? third)
    {
        var later = second > first ? second.Value : first;
        return third > later ? third.Value : later;
    }
}
