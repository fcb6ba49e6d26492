using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Tests.Contacts;

public sealed class ContactDeciderTests
{
    private Contact _contact = new();

    [Fact]
    public void Decide_FirstPost_BecomesALeadOfItsOwn()
    {
        Do(Post("1"));

        _contact.OpenLead.ShouldBe(new LeadId("1"));
        ContactDecider.Answer(_contact, new LeadId("1"))!.IsRepeat.ShouldBeFalse();
    }

    [Fact]
    public void Decide_PostWhileTheLeadIsOpen_IsARepeat()
    {
        Do(Post("1"));
        Do(Post("2"));

        _contact.OpenLead.ShouldBe(new LeadId("1"));
        ContactDecider.Answer(_contact, new LeadId("2"))!.ShouldSatisfyAllConditions(answer => answer.IsRepeat.ShouldBeTrue(), answer => answer.Lead.ShouldBe(new LeadId("1")));
    }

    [Fact]
    public void Decide_SamePostAgain_HasTheSameAnswer()
    {
        Do(Post("1"));

        Do(Post("1")).ShouldBeEmpty();
    }

    [Fact]
    public void Decide_PostAfterTheLeadWasClosed_IsANewLead()
    {
        Do(Post("1"));
        Do(new CloseContactLead(new LeadId("1")));
        Do(new CloseContactLead(new LeadId("1"))).ShouldBeEmpty();
        Do(Post("2"));

        _contact.OpenLead.ShouldBe(new LeadId("2"));
    }

    [Fact]
    public void Decide_CloseOfAnotherLead_ChangesNothing()
    {
        Do(Post("1"));

        Do(new CloseContactLead(new LeadId("0"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_RepeatThatFoundTheLeadClosed_BecomesALeadOnce(bool closeCameFirst)
    {
        Do(Post("1"));
        Do(Post("2"));
        if (closeCameFirst)
            Do(new CloseContactLead(new LeadId("1")));

        Do(Return("2")).ShouldHaveSingleItem();
        Do(Return("2")).ShouldBeEmpty();
        Do(new CloseContactLead(new LeadId("1"))).ShouldBeEmpty();
        _contact.OpenLead.ShouldBe(new LeadId("2"));
    }

    [Fact]
    public void Decide_TwoRepeatsThatFoundTheLeadClosed_MakeOneLead()
    {
        Do(Post("1"));
        Do(Post("2"));
        Do(Post("3"));

        Do(Return("2")).ShouldHaveSingleItem();
        Do(Return("3")).ShouldBeEmpty();
        _contact.OpenLead.ShouldBe(new LeadId("2"));
    }

    [Fact]
    public void Decide_ManyPosts_RemembersTheLatestFifty()
    {
        for (var i = 0; i < 120; i++)
            Do(Post($"{i}"));

        _contact.Answers.Count.ShouldBe(ContactDecider.MaxAnswers);
        _contact.Answers[^1].Intake.ShouldBe(new LeadId("119"));
        _contact.OpenLead.ShouldBe(new LeadId("0"));
    }

    private static RegisterPost Post(string intake) => new(new LeadId(intake), Given.Post());

    private static ReturnRepeat Return(string intake) => new(new LeadId(intake), Given.Post(), new LeadId("1"));

    private IReadOnlyList<ContactEvent> Do(ContactCommand command)
    {
        var events = ContactDecider.Decide(_contact, command, Given.Monday);
        _contact = events.Aggregate(_contact, ContactDecider.Evolve);
        return events;
    }
}
