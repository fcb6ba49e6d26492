using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Reps;

public sealed class WorkloadTests
{
    [Fact]
    public void Worked_OwnedLeadsThatEnded_AreCountedWhateverTheirEnd()
    {
        var story = RepStory.Available();
        Owned(story, "x", HoldEnd.Finished);
        Owned(story, "y", HoldEnd.Taken);

        story.Rep.Worked.LeadsAt(story.Now).ShouldBe(2);
    }

    [Theory]
    [InlineData(HoldEnd.Gone)]
    [InlineData(HoldEnd.Declined)]
    [InlineData(HoldEnd.Missed)]
    [InlineData(HoldEnd.Rescinded)]
    public void Worked_OffersThatWereNotAccepted_AreNotCounted(HoldEnd why)
    {
        var story = RepStory.Available();
        story.Ended("x", story.Reserve("x"), why);

        story.Rep.Worked.LeadsAt(story.Now).ShouldBe(0);
    }

    [Fact]
    public void Worked_TestLead_IsNotCounted()
    {
        var story = RepStory.Available();
        Owned(story, LeadId.ForTest("x").Value, HoldEnd.Finished);

        story.Rep.Worked.LeadsAt(story.Now).ShouldBe(0);
    }

    [Fact]
    public void Worked_NextDayOfTheCentre_BeginsAtNought()
    {
        var story = RepStory.Available();
        Owned(story, "x", HoldEnd.Finished);
        story.Wait((Given.DayEnd(story.Now) - story.Now).TotalSeconds - 1);
        story.Rep.Worked.LeadsAt(story.Now).ShouldBe(1);

        story.Wait(1).Rep.Worked.LeadsAt(story.Now).ShouldBe(0);
        Owned(story, "y", HoldEnd.Finished);
        story.Rep.Worked.LeadsAt(story.Now).ShouldBe(1);
    }

    private static void Owned(RepStory story, string lead, HoldEnd end)
    {
        var ticket = story.Reserve(lead);
        story.Do(new ReportHold(new LeadId(lead), ticket, Owned: true, null));
        story.Ended(lead, ticket, end);
    }
}
