using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class TestMarkTests
{
    private static readonly LeadId Test = LeadId.ForTest("1");

    [Theory]
    [InlineData("test", "true", true, true)]
    [InlineData("test", "TRUE", true, true)]
    [InlineData("is_test", "1", true, true)]
    [InlineData("isTest", "yes", true, true)]
    [InlineData("test", "route", true, false)]
    [InlineData("test", "false", false, false)]
    [InlineData("test", "", false, false)]
    // A question of the form that happens to be called so.
    [InlineData("test", "B2 in English", false, false)]
    [InlineData("tested", "true", false, false)]
    public void Of_AnAttribute_MarksOnlyWhatSaysSo(string name, string value, bool isTest, bool isUnrouted)
    {
        var post = Given.Post() with { Attributes = new Dictionary<string, string> { [name] = value } };
        (TestMark.IsTest(post), TestMark.IsUnrouted(post)).ShouldBe((isTest, isUnrouted));
    }

    [Fact]
    public void Receive_TestThatIsNotToBeRouted_IsRecordedAndClosed()
    {
        var lead = Receive("true");

        (lead.Status, lead.DueAt()).ShouldBe((LeadStatus.Withdrawn, null));
        lead.Post.Name.ShouldBe("Yael");
    }

    [Fact]
    public void Receive_TestThatIsToBeRouted_Waits() => Receive(TestMark.Route).Status.ShouldBe(LeadStatus.Waiting);

    [Fact]
    public void Boards_TestLead_IsCountedNowhere()
    {
        var boards = new DayBoards(Given.Calendar);
        var live = new LiveBoard();
        var lead = Receive(TestMark.Route);
        live.Update(Test, LiveLead.Of(lead));
        boards.Apply(Test, new LeadReceived(Test, lead.Post, 0, lead.Sla!) { At = Given.Monday });
        boards.Apply(Test, new LeadClosed(LeadStatus.Won, Given.Dana, null, new Money(900, "ILS"), null) { At = Given.Monday });

        var today = boards.Today(Given.Monday);
        (today.Received, today.Revenue, today.Closed.Count, today.Reps.Count, today.SlaOf("sales")).ShouldBe((0, 0m, 0, 0, null));
        live.Queues().ShouldBeEmpty();
        live.Update(Test, null);
        live.OpenLeads.ShouldBe(0);
    }

    private static Lead Receive(string mark)
    {
        var post = Given.Post() with { Attributes = new Dictionary<string, string> { ["test"] = mark } };
        var decision = LeadDecider.Decide(null, new ReceiveLead(Test, post), new LeadContext(Given.Monday, Given.Desk, Given.Calendar));
        return LeadEvolution.Replay(null, decision.Events)!;
    }
}
