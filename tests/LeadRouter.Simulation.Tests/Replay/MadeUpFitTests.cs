using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class MadeUpFitTests
{
    /// <summary>A call that waited 100 s, and a replay that waits the longer the more absences are made up.</summary>
    [Theory]
    [InlineData(110, 0)]
    [InlineData(85, 15)]
    [InlineData(71, 30)]
    [InlineData(-900, 240)]
    public void Of_IsTheLineAtWhichTheReplayWaitsAsRecorded(double withoutAny, double minutes)
    {
        var call = Recorded.GaveUp("PS", "10:00:00", 100);
        List<ReplayedCall> Replay(TimeSpan longest) => [new ReplayedCall(call, new CallWait(100, false), new CallWait(withoutAny + longest.TotalMinutes, false))];

        MadeUpFit.Of(Replay).ShouldBe(TimeSpan.FromMinutes(minutes));
    }
}
