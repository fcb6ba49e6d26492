using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Boards;

/// <summary>What the board needs of a lead follows from the lead alone.</summary>
public sealed class LiveLeadTests
{
    private static readonly Lead Waiting = new()
    {
        Id = new LeadId("a"),
        Post = Given.Post(),
        Queue = "sales",
        Status = LeadStatus.Waiting,
        DueSince = Given.Monday,
    };

    private static readonly Lead Owned = Waiting with { Status = LeadStatus.Owned, Owner = Given.Dana, OwnerTicket = 7, AssignedAt = Given.After(10), OwnedAt = Given.After(30) };

    private static readonly Attempt Call = new() { Id = new AttemptId("1"), Rep = Given.Dana, RequestedAt = Given.After(60) };

    [Fact]
    public void Of_WaitingLead_NobodyDoesAnything() =>
        LiveLead.Of(Waiting).ShouldBe(new LiveLead("sales", LeadStatus.Waiting, Given.Monday, true, false, null, null, Given.Monday));

    [Fact]
    public void Of_OfferedLead_RingsSinceTheOfferWasMade()
    {
        // The owner of before, whom it is offered first, does not work on it.
        var lead = Waiting with { Status = LeadStatus.Offered, Owner = Given.Noam, Offer = new Lease(new OfferId("o"), Given.Dana, 7, Given.After(10), Given.After(40)) };
        var live = LiveLead.Of(lead);
        (live.Rep, live.Activity, live.Since, live.IsWorked, live.IsDue).ShouldBe((Given.Dana, RepActivity.Ringing, Given.After(10), false, true));
    }

    [Fact]
    public void Of_OwnedLead_GoesThroughWorkCallTalkAndWrapUp()
    {
        Does(Owned, RepActivity.Working, 30);
        Does(Owned with { Status = LeadStatus.Attempting, Attempts = [Call] }, RepActivity.Calling, 60);
        Does(Owned with { Status = LeadStatus.Reached, Attempts = [Call with { AnsweredAt = Given.After(75) }] }, RepActivity.Talking, 75);
        Does(Owned with { Status = LeadStatus.Reached, Attempts = [Call with { AnsweredAt = Given.After(75), EndedAt = Given.After(120) }] }, RepActivity.WrapUp, 120);
        Does(Owned with { Status = LeadStatus.Attempting, Attempts = [Call with { EndedAt = Given.After(80) }] }, RepActivity.Working, 80);
    }

    [Fact]
    public void Of_CallByHand_IsCallingUntilItEnds() =>
        Does(Owned with { Status = LeadStatus.Reached, Attempts = [Call with { Manual = true, AnsweredAt = Given.After(75) }] }, RepActivity.Calling, 60);

    [Fact]
    public void Of_LeadThatCameToBeDueAgain_IsNotWorkedOnSinceTheCallBefore() =>
        Does(Owned with { DueSince = Given.After(86_400), Attempts = [Call with { EndedAt = Given.After(80) }] }, RepActivity.Working, 86_400);

    [Fact]
    public void Of_LeadForLater_IsNobodys()
    {
        var live = LiveLead.Of(Owned with { Status = LeadStatus.Callback, OwnerTicket = null });
        (live.Rep, live.Activity, live.IsWorked, live.IsDue).ShouldBe((null, null, false, false));
    }

    private static void Does(Lead lead, RepActivity activity, double sinceSeconds)
    {
        var live = LiveLead.Of(lead);
        (live.Rep, live.Activity, live.Since, live.IsWorked).ShouldBe((Given.Dana, activity, Given.After(sinceSeconds), true));
    }
}
