using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class MembershipTests
{
    /// <summary>Of 100 calls of A01, and of 100 of the type, 97 by A02 unless said otherwise.</summary>
    [Theory]
    [InlineData(3, 200, true, "three in a hundred of what the agent does")]
    [InlineData(2, 200, false, "two in a hundred, and one of the type's")]
    [InlineData(2, 48, true, "four in a hundred of the type")]
    [InlineData(2, 49, false, "a little less of the type")]
    [InlineData(1, 0, true, "nobody else serves it")]
    public void Of_IsByShareOfWork(int own, int others, bool isMember, string why)
    {
        var calls = Many("PS", 100 - own, "A01").Concat(Many("NE", own, "A01")).Concat(Many("NE", others, "A02"));

        Membership.Of(AgentCalls.Of(calls))["A01"].Contains("NE").ShouldBe(isMember, why);
    }

    [Fact]
    public void Of_WhoNeverServedProspects_IsNoMember()
    {
        var types = Membership.Of(AgentCalls.Of([.. Many("PS", 50, "A01"), .. Many("NW", 50, "A02"), .. Many("PS", 50, "A02")]));

        types["A01"].ShouldBe(["PS"]);
        types["A02"].ShouldBe(["NW", "PS"], ignoreOrder: true);
    }

    private static IEnumerable<RecordedCall> Many(string type, int count, string agent) => Enumerable.Repeat(Recorded.Served(type, "10:00:00", 0, 60, agent), count);
}
