using LeadRouter.Turns.Ports;
using Shouldly;

namespace LeadRouter.Telephony.Tests;

public sealed class CallStatusOrderTests
{
    [Fact]
    public void Advances_FirstReport_Always() =>
        Enum.GetValues<CallStatus>().ShouldAllBe(status => CallStatusOrder.Advances(null, status));

    [Fact]
    public void Advances_FromAnEnd_Never() =>
        Pairs().Where(pair => CallStatusOrder.IsTerminal(pair.From)).ShouldAllBe(pair => !CallStatusOrder.Advances(pair.From, pair.To));

    [Fact]
    public void Advances_FromALiveStatus_OnlyToAGreaterOne() =>
        Pairs().Where(pair => !CallStatusOrder.IsTerminal(pair.From)).ShouldAllBe(pair => CallStatusOrder.Advances(pair.From, pair.To) == pair.To > pair.From);

    [Fact]
    public void IsTerminal_AreTheFiveEnds() =>
        Enum.GetValues<CallStatus>().Where(CallStatusOrder.IsTerminal).ShouldBe(
            [CallStatus.Completed, CallStatus.Busy, CallStatus.NoAnswer, CallStatus.Failed, CallStatus.Canceled]);

    private static IEnumerable<(CallStatus From, CallStatus To)> Pairs() =>
        from before in Enum.GetValues<CallStatus>() from after in Enum.GetValues<CallStatus>() select (before, after);
}
