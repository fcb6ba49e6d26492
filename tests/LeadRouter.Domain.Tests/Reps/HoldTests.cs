using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Reps;

public sealed class HoldTests
{
    [Fact]
    public void Decide_RepAtCapacity_Refuses()
    {
        var story = RepStory.Available(capacity: 2);
        story.Reserve("x");
        story.Reserve("y", own: true);

        story.Refused(new ReservePlace(new LeadId("z"), Own: false)).ShouldBe("not_free");
        story.Refused(new ReservePlace(new LeadId("z"), Own: true)).ShouldBe("at_capacity");
    }

    [Fact]
    public void Decide_SameLeadTwice_Refuses()
    {
        var story = RepStory.Available(capacity: 2);
        story.Reserve("x");

        story.Refused(new ReservePlace(new LeadId("x"), Own: false)).ShouldBe("already_held");
        story.Refused(new ReservePlace(new LeadId("x"), Own: true)).ShouldBe("already_held");
    }

    [Theory]
    [InlineData(Presence.Break)]
    [InlineData(Presence.Offline)]
    public void Decide_RepAway_TakesNoOffersButMayCallOwnLeads(Presence presence)
    {
        var story = RepStory.Available();
        story.Do(new SetRepPresence(presence, null, null));

        story.Refused(new ReservePlace(new LeadId("x"), Own: false)).ShouldBe("not_free");
        story.Reserve("x", own: true).ShouldBe(1);
    }

    [Fact]
    public void Decide_EachReservation_HasItsOwnTicket()
    {
        var story = RepStory.Available();
        var first = story.Reserve("x");
        story.Ended("x", first, HoldEnd.Declined);

        story.Reserve("x").ShouldBe(first + 1);
    }

    [Fact]
    public void Decide_WordAboutAnOldTicketOrAnotherLead_ChangesNothing()
    {
        var story = RepStory.Available();
        var old = story.Reserve("x");
        story.Ended("x", old, HoldEnd.Declined);
        var ticket = story.Reserve("x");

        story.Do(new ReportHold(new LeadId("x"), old, false, HoldEnd.Gone)).ShouldBeEmpty();
        story.Do(new ReportHold(new LeadId("y"), ticket, false, HoldEnd.Gone)).ShouldBeEmpty();
        story.Rep.Holds.Count.ShouldBe(1);
    }

    [Fact]
    public void Decide_ThreeMissedInARow_PutsTheRepOnBreakWithTheReason()
    {
        var story = RepStory.Available();
        for (var i = 0; i < 3; i++)
        {
            story.Rep.Presence.ShouldBe(Presence.Available);
            story.Ended("x", story.Reserve("x"), HoldEnd.Missed);
        }

        (story.Rep.Presence, story.Rep.PresenceReason, story.Rep.MissedInRow).ShouldBe((Presence.Break, "missedOffers", 0));
    }

    [Theory]
    [InlineData(HoldEnd.Declined, 0)]
    [InlineData(HoldEnd.Rescinded, 2)]
    [InlineData(HoldEnd.Gone, 2)]
    [InlineData(HoldEnd.Taken, 2)]
    [InlineData(HoldEnd.Finished, 2)]
    public void Decide_MissedInRow_OnlyAnAnswerStartsTheCountAnew(HoldEnd end, int missed)
    {
        var story = RepStory.Available();
        story.Ended("x", story.Reserve("x"), HoldEnd.Missed).Ended("x", story.Reserve("x"), HoldEnd.Missed);

        story.Ended("y", story.Reserve("y"), end).Rep.MissedInRow.ShouldBe(missed);
    }

    [Fact]
    public void Decide_AcceptedOffer_StartsTheCountOfMissedAnew()
    {
        var story = RepStory.Available(capacity: 2);
        story.Ended("x", story.Reserve("x"), HoldEnd.Missed);
        var ticket = story.Reserve("y");

        story.Do(new ReportHold(new LeadId("y"), ticket, Owned: true, null)).ShouldHaveSingleItem().ShouldBeOfType<HoldOwned>();

        story.Rep.MissedInRow.ShouldBe(0);
        story.Rep.Holds.Single().Owned.ShouldBeTrue();
    }

    [Fact]
    public void Decide_MissedWhileAway_DoesNotPauseAgain()
    {
        var story = RepStory.Available(capacity: 5);
        long[] tickets = [.. Enumerable.Range(0, 4).Select(i => story.Reserve($"x{i}"))];
        story.Do(new SetRepPresence(Presence.Break, "lunch", null));
        for (var i = 0; i < 4; i++)
            story.Ended($"x{i}", tickets[i], HoldEnd.Missed);

        story.Rep.PresenceReason.ShouldBe("lunch");
    }

    [Fact]
    public void Decide_PlaceThatCameToNothing_DoesNotCostTheRepHisTurn()
    {
        var story = RepStory.Available().Wait(100);
        story.Ended("x", story.Reserve("x"), HoldEnd.Gone);
        story.Rep.IdleSince.ShouldBe(Given.Monday);

        story.Ended("x", story.Reserve("x"), HoldEnd.Declined);
        story.Rep.IdleSince.ShouldBe(story.Now);
    }

    [Fact]
    public void Decide_CapacityLowered_TakesNothingMoreUntilThereIsRoom()
    {
        var story = RepStory.Available(capacity: 3);
        var first = story.Reserve("x");
        story.Reserve("y");
        story.Do(new ChangeRepProfile(Given.Profile(capacity: 1)));

        story.Rep.Free.ShouldBe(0);
        story.Ended("x", first, HoldEnd.Finished).Rep.Free.ShouldBe(0);
    }

    [Fact]
    public void Wake_HoldWithoutTheLeadsWord_AsksAfterHalfAMinuteAndAgain()
    {
        var story = RepStory.Available();
        var ticket = story.Reserve("x");

        story.Wait(29).Do(new WakeRep()).ShouldBeEmpty();
        story.Wait(1).Do(new WakeRep()).ShouldHaveSingleItem().ShouldBeOfType<HoldsVerified>().Tickets.ShouldBe([ticket]);
        story.Do(new WakeRep()).ShouldBeEmpty();
        story.Wait(30).Do(new WakeRep()).ShouldHaveSingleItem();
    }

    [Fact]
    public void Decide_LeadSaysItIsOwned_IsAskedAgainAfterTenMinutes()
    {
        var story = RepStory.Available();
        var ticket = story.Reserve("x");
        story.Do(new ReportHold(new LeadId("x"), ticket, Owned: true, null));

        story.Rep.DueAt().ShouldBe(story.Now.AddMinutes(10));
        story.Wait(60).Do(new ReportHold(new LeadId("x"), ticket, Owned: true, null));
        story.Rep.DueAt().ShouldBe(story.Now.AddMinutes(10));
    }

    [Fact]
    public void Decide_LeadSaysItStillRings_IsAskedAgainAfterHalfAMinute()
    {
        var story = RepStory.Available();
        var ticket = story.Reserve("x");

        story.Wait(20).Do(new ReportHold(new LeadId("x"), ticket, Owned: false, null));

        story.Rep.DueAt().ShouldBe(story.Now.AddSeconds(30));
    }
}
