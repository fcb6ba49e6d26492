using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Boards;

/// <summary>What the board needs of an open lead.</summary>
/// <param name="DueSince">The instant from which the lead has been due.</param>
/// <param name="IsDue">Nobody has tried to reach it yet, and it is not put off: its age counts as a wait.</param>
/// <param name="IsWorked">A rep holds a place for it.</param>
/// <param name="Rep">Who is offered it or works on it.</param>
/// <param name="Activity">What that rep does with it.</param>
/// <param name="Since">Since when the rep does that.</param>
public sealed record LiveLead(string Queue, LeadStatus Status, DateTimeOffset DueSince, bool IsDue, bool IsWorked, RepId? Rep, RepActivity? Activity, DateTimeOffset Since)
{
    /// <summary>What the board needs of this lead; null when it is closed.</summary>
    public static LiveLead? Of(Lead lead) => lead.IsClosed ? null : new LiveLead(
        lead.Queue, lead.Status, lead.DueSince,
        IsDue: lead.FirstAttemptAt is null && lead.Status is not LeadStatus.Callback,
        IsWorked: lead.OwnerTicket is not null,
        lead.Offer?.Rep ?? (lead.OwnerTicket is null ? null : lead.Owner), ActivityOn(lead), SinceOf(lead));

    private static RepActivity? ActivityOn(Lead lead) => lead switch
    {
        { Offer: not null } => RepActivity.Ringing,
        { OwnerTicket: null } => null,
        { LiveAttempt: { Manual: false, AnsweredAt: not null } } => RepActivity.Talking,
        { LiveAttempt: not null } => RepActivity.Calling,
        { Status: LeadStatus.Reached } => RepActivity.WrapUp,
        _ => RepActivity.Working,
    };

    private static DateTimeOffset SinceOf(Lead lead) => lead switch
    {
        { Offer: { } offer } => offer.MadeAt,
        { LiveAttempt: { } attempt } => attempt.AnsweredAt ?? attempt.RequestedAt,
        { Attempts: [.., { EndedAt: { } ended }] } => ended,
        _ => lead.AssignedAt ?? lead.DueSince,
    };
}
