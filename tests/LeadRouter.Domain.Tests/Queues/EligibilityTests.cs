using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Queues;

public sealed class EligibilityTests
{
    private static readonly WaitingLead Lead = Queue.Lead("x") with { Language = "he" };
    private static readonly RepStatus Rep = Queue.Rep("a") with { Languages = ["he"] };

    [Fact]
    public void Against_FreeRepWhoSpeaksIt_IsNothing() => Against(Lead, Rep).ShouldBeNull();

    [Fact]
    public void Against_EachObstacle_HasItsReason()
    {
        Against(Lead, Rep with { Presence = Presence.Offline }).ShouldBe(ExclusionReason.Offline);
        Against(Lead, Rep with { Presence = Presence.Break }).ShouldBe(ExclusionReason.OnBreak);
        Against(Lead, Rep with { Connected = false }).ShouldBe(ExclusionReason.Disconnected);
        Against(Lead, Rep with { Languages = ["ru"] }).ShouldBe(ExclusionReason.Language);
        Against(Lead, Rep, free: 0).ShouldBe(ExclusionReason.AtCapacity);
        Against(Lead with { Passes = [new Pass(Rep.Id, Given.After(1))] }, Rep).ShouldBe(ExclusionReason.Passed);
        Eligibility.Against(Lead, Rep, 1, new Dictionary<string, int> { ["loans"] = 1 }, Given.Monday).ShouldBe(ExclusionReason.Skill);
    }

    [Theory]
    [InlineData(null, "ru", true)]
    [InlineData("he", "", true)]
    [InlineData("he-IL", "he", true)]
    [InlineData("HE", "he", true)]
    [InlineData("he", "en,he", true)]
    [InlineData("hey", "he", false)]
    [InlineData("en", "he", false)]
    public void Speaks_Language_IsMatchedByItsFirstPart(string? language, string spoken, bool expected) =>
        Eligibility.Speaks(Rep with { Languages = spoken.Split(',', StringSplitOptions.RemoveEmptyEntries) }, language).ShouldBe(expected);

    [Fact]
    public void Against_PassAtTheInstantItEnds_IsOver() =>
        Against(Lead with { Passes = [new Pass(Rep.Id, Given.Monday)] }, Rep).ShouldBeNull();

    private static ExclusionReason? Against(WaitingLead lead, RepStatus rep, int free = 1) =>
        Eligibility.Against(lead, rep, free, new Dictionary<string, int>(), Given.Monday);
}
