using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class OfferTests
{
    private static readonly RepId Dana = Given.Dana;
    private static readonly RepId Noam = Given.Noam;

    [Fact]
    public void Decide_OfferOnWaitingLead_IsALeaseWithAnExpiry()
    {
        var story = new LeadStory().Wait(3).Offered(Dana, ticket: 7);

        story.Lead.Status.ShouldBe(LeadStatus.Offered);
        story.Lead.Offer.ShouldBe(new Lease(story.Lead.Offer!.Id, Dana, 7, Given.After(3), Given.After(23)));
        story.Lead.FirstOfferAt.ShouldBe(Given.After(3));
        story.Lead.DueSince.ShouldBe(Given.Monday);
    }

    [Fact]
    public void Decide_SameOfferAgain_ChangesNothing()
    {
        var story = new LeadStory().Offered(Dana, ticket: 7);

        story.Do(new OfferLead(Dana, 7, new OfferId("other"), Given.Decision(Dana))).ShouldBeEmpty();
    }

    [Fact]
    public void Decide_SecondRepWhileItRings_Refuses() =>
        new LeadStory().Offered(Dana).Refused(new OfferLead(Noam, 1, new OfferId("other"), Given.Decision(Noam))).ShouldBe("lead_not_waiting");

    [Fact]
    public void Decide_AcceptAfterATakeBack_IsOwnedSinceThen()
    {
        var story = new LeadStory().Accepted(Dana);
        while (story.Lead.Owner is not null)
            story.Until(story.Lead.Next!.At).Do(new WakeLead());
        story.Wait(5).Accepted(Noam, ticket: 2);

        story.Lead.OwnedAt.ShouldBe(story.Now);
        story.Lead.AssignedAt.ShouldBe(Given.Monday);
    }

    [Fact]
    public void Decide_Accept_MakesTheRepTheOwnerWhoHasToDial()
    {
        var story = new LeadStory().Offered(Dana, ticket: 7).Wait(19.9);

        story.Do(new AcceptOffer(story.Lead.Offer!.Id, Dana));

        story.Lead.Status.ShouldBe(LeadStatus.Owned);
        story.Lead.Owner.ShouldBe(Dana);
        story.Lead.OwnerTicket.ShouldBe(7);
        story.Lead.Offer.ShouldBeNull();
        story.Lead.AssignedAt.ShouldBe(story.Now);
        story.Lead.Next.ShouldBe(new Deadline(DeadlineKind.AttemptBy, story.Now.AddSeconds(120)));
    }

    [Fact]
    public void Decide_AcceptAtTheInstantOfExpiry_Refuses()
    {
        var story = new LeadStory().Offered(Dana).Wait(20);

        story.Refused(new AcceptOffer(story.Lead.Offer!.Id, Dana)).ShouldBe("offer_expired");
    }

    [Fact]
    public void Decide_AcceptOfAReplacedOffer_Refuses()
    {
        var story = new LeadStory().Offered(Dana);
        var old = story.Lead.Offer!.Id;
        story.Wait(20).Do(new WakeLead());

        story.Refused(new AcceptOffer(old, Dana)).ShouldBe("offer_gone");
        story.Offered(Noam).Refused(new AcceptOffer(old, Dana)).ShouldBe("offer_gone");
    }

    [Fact]
    public void Decide_AcceptOfAnothersOffer_Refuses()
    {
        var story = new LeadStory().Offered(Dana);

        story.Refused(new AcceptOffer(story.Lead.Offer!.Id, Noam)).ShouldBe("offer_not_yours");
    }

    [Fact]
    public void Decide_AcceptTwice_SaysTheRepHasItAlready()
    {
        var story = new LeadStory().Offered(Dana);
        var offer = story.Lead.Offer!.Id;
        story.Do(new AcceptOffer(offer, Dana));

        story.Refused(new AcceptOffer(offer, Dana)).ShouldBe("offer_already_accepted");
    }

    [Fact]
    public void Decide_Decline_GoesBackAsOldAsItWasAndLeavesTheRepAlone()
    {
        var story = new LeadStory().Wait(5).Offered(Dana).Wait(2);

        var events = story.Do(new DeclineOffer(story.Lead.Offer!.Id, Dana, "lunch"));

        events[0].ShouldBeOfType<OfferEnded>().Why.ShouldBe(OfferEnd.Declined);
        events[1].ShouldBeOfType<LeadQueued>().Reason.ShouldBe(QueueReason.OfferDeclined);
        story.Lead.Status.ShouldBe(LeadStatus.Waiting);
        story.Lead.DueSince.ShouldBe(Given.Monday);
        story.Lead.Passes.ShouldBe([new Pass(Dana, Given.After(17))]);
    }

    [Fact]
    public void Decide_DeclineOfAGoneOrForeignOffer_Refuses()
    {
        var story = new LeadStory().Offered(Dana);
        var offer = story.Lead.Offer!.Id;

        story.Refused(new DeclineOffer(offer, Noam, null)).ShouldBe("offer_not_yours");
        story.Refused(new DeclineOffer(new OfferId("old"), Dana, null)).ShouldBe("offer_gone");
    }

    [Fact]
    public void Decide_MissedOffer_GoesBackOnceHoweverOftenItIsWoken()
    {
        var story = new LeadStory().Offered(Dana).Wait(20);

        story.Do(new WakeLead())[0].ShouldBeOfType<OfferEnded>().Why.ShouldBe(OfferEnd.Missed);
        story.Do(new WakeLead()).ShouldBeEmpty();
    }

    [Fact]
    public void Decide_Rescind_EndsOnlyThatReservationAndKeepsNoGrudge()
    {
        var story = new LeadStory().Offered(Dana, ticket: 7);

        story.Do(new RescindOffer(Dana, 6, "break")).ShouldBeEmpty();
        story.Do(new RescindOffer(Noam, 7, "break")).ShouldBeEmpty();
        story.Do(new RescindOffer(Dana, 7, "break")).Count.ShouldBe(2);
        story.Do(new RescindOffer(Dana, 7, "break")).ShouldBeEmpty();
        story.Lead.Passes.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_NewPass_DropsThoseThatAreOver()
    {
        var story = new LeadStory();
        foreach (var rep in (RepId[])[Dana, Noam, Dana])
        {
            story.Offered(rep).Do(new DeclineOffer(story.Lead.Offer!.Id, rep, null));
            story.Wait(6);
        }

        story.Lead.Passes.Select(pass => pass.Rep).ShouldBe([Noam, Dana]);
    }

    [Fact]
    public void Decide_OfferDeliveredAgainAfterItWasDeclined_DoesNotRingAgain()
    {
        var story = new LeadStory();
        var offer = new OfferLead(Dana, 1, new OfferId("offer"), Given.Decision(Dana, story.Lead.Sequence));
        story.Do(offer);
        story.Do(new DeclineOffer(offer.OfferId, Dana, null));

        story.Refused(offer).ShouldBe("lead_not_waiting");
    }

    [Fact]
    public void Decide_OfferChosenBeforeASupervisorMovedTheLead_Refuses()
    {
        var story = new LeadStory();
        var chosenBefore = Given.Decision(Dana, story.Lead.Sequence);
        story.Do(new ReassignLead("boss", Noam, null));

        story.Refused(new OfferLead(Dana, 1, new OfferId("late"), chosenBefore)).ShouldBe("lead_not_waiting");
        story.Do(new OfferLead(Noam, 1, new OfferId("right"), Given.Decision(Noam, story.Lead.Sequence))).ShouldNotBeEmpty();
    }

    [Fact]
    public void Decide_OfferDeliveredAgainAfterItWasAccepted_KeepsThePlace()
    {
        var story = new LeadStory().Accepted(Dana, ticket: 7);

        story.Do(new OfferLead(Dana, 7, new OfferId("offer-1"), Given.Decision(Dana))).ShouldBeEmpty();
    }
}
