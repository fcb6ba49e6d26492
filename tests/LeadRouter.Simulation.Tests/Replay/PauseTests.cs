using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class PauseTests
{
    /// <summary>A call that ends at 10:01, another that begins at 10:05, and what a caller who waits in between says.</summary>
    [Theory]
    [InlineData("PS", "10:02:00", 30, 90, "until the caller had gone")]
    [InlineData("PS", "10:00:30", 60, 30, "who waited before")]
    [InlineData("PS", "10:04:00", 90, 240, "all the time")]
    [InlineData("PS", "10:00:00", 30, 0, "gone before")]
    [InlineData("PS", "10:04:59", 60, 0, "on the way to somebody")]
    [InlineData("NE", "10:02:00", 30, 0, "of a type that the agent does not take")]
    public void Of_CallersWhoWaitShowThatTheAgentIsNotReady(string type, string from, int seconds, int notReady, string why)
    {
        var pause = Of(Recorded.Served("PS", "10:00:00", 0, 60, "A01"), Recorded.Served("PS", "10:05:00", 0, 60, "A01"), Recorded.GaveUp(type, from, seconds));

        pause.Seconds.ShouldBe(240);
        pause.NotReadySeconds.ShouldBe(notReady, why);
    }

    [Fact]
    public void Of_WhenTheNextCallHadWaited_IsExact()
    {
        var pause = Of(Recorded.Served("PS", "10:00:00", 0, 60, "A01"), Recorded.Served("PS", "10:03:00", 120, 60, "A01"));

        pause.IsExact.ShouldBeTrue();
        pause.NotReadySeconds.ShouldBe(240);
        pause.ReadyAfter.ShouldBe(239);
    }

    [Theory]
    [InlineData("10:00:50", false)]
    [InlineData("10:02:00", true)]
    public void Of_BeginsInCalmWhenNobodyWaits(string from, bool isCalm) =>
        Of(Recorded.Served("PS", "10:00:00", 0, 60, "A01"), Recorded.Served("PS", "10:05:00", 0, 60, "A01"), Recorded.GaveUp("PS", from, 30)).BeganInCalm.ShouldBe(isCalm);

    [Fact]
    public void Of_AfterFourHoursAnotherDayBegins() =>
        Of(Recorded.Served("PS", "10:00:00", 0, 60, "A01"), Recorded.Served("PS", "14:01:01", 0, 60, "A01")).IsNight.ShouldBeTrue();

    private static Pause Of(params RecordedCall[] calls)
    {
        var agent = AgentCalls.Of(calls).ShouldHaveSingleItem();
        return Pause.Of(agent, [.. agent.Calls.Select(_ => new HashSet<string> { "PS" })], new RecordedLine(calls)).ShouldHaveSingleItem();
    }
}
