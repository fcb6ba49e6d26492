using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Boards;

/// <summary>What the board needs of an open lead.</summary>
internal sealed record LiveLead(long Sequence, string Queue, LeadStatus Status, DateTimeOffset DueSince, bool IsDue, bool IsWorked, RepId? Rep, RepActivity? Activity, DateTimeOffset Since)
{
    internal static LiveLead Of(Lead lead, LiveLead? before)
    {
        var rep = lead.Offer?.Rep ?? (lead.OwnerTicket is null ? null : lead.Owner);
        var activity = ActivityOn(lead);
        var same = before is not null && before.Rep == rep && before.Activity == activity;
        return new LiveLead(lead.Sequence, lead.Queue, lead.Status, lead.DueSince,
            IsDue: lead.FirstAttemptAt is null && lead.Status is not LeadStatus.Callback,
            IsWorked: lead.OwnerTicket is not null, rep, activity, same ? before!.Since : SinceOf(lead));
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

    private static DateTimeOffset SinceOf(Lead lead) => lead switch
    {
        { Offer: { } offer } => offer.MadeAt,
        { LiveAttempt: { } attempt } => attempt.AnsweredAt ?? attempt.RequestedAt,
        { Attempts: [.., { EndedAt: { } ended }] } => ended,
        _ => lead.AssignedAt ?? lead.DueSince,
    };
}
