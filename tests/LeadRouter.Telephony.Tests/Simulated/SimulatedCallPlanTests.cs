using LeadRouter.Domain;
using LeadRouter.Telephony.Simulated;
using LeadRouter.Turns.Ports;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Simulated;

public sealed class SimulatedCallPlanTests
{
    private static readonly SimulatedCarrierOptions Options = new() { AnswerRate = 0.6, BusyRate = 0.2, FailRate = 0.1, RingSeconds = 6, TalkSeconds = 60 };

    [Fact]
    public void Make_Answered_RingsTalksAndEndsBothLegs()
    {
        var steps = SimulatedCallPlan.Make(Options, new SimulatedDraw(0.59, 0.5, 0.5, 0.5), TimeSpan.FromSeconds(25));

        steps.ShouldBe(
        [
            new(TimeSpan.Zero, CallLeg.Rep, CallStatus.Answered),
            new(TimeSpan.Zero, CallLeg.Lead, CallStatus.Initiated),
            new(TimeSpan.Zero, CallLeg.Lead, CallStatus.Ringing),
            new(TimeSpan.FromSeconds(6), CallLeg.Lead, CallStatus.Answered),
            new(TimeSpan.FromSeconds(66), CallLeg.Lead, CallStatus.Completed),
            new(TimeSpan.FromSeconds(66), CallLeg.Rep, CallStatus.Completed),
        ]);
    }

    [Theory]
    [InlineData(0.0, CallStatus.Busy)]
    [InlineData(0.19, CallStatus.Busy)]
    [InlineData(0.21, CallStatus.Failed)]
    [InlineData(0.31, CallStatus.NoAnswer)]
    [InlineData(0.999, CallStatus.NoAnswer)]
    public void Make_NotAnswered_EndsByItsKind(double kind, CallStatus expected)
    {
        var steps = SimulatedCallPlan.Make(Options, new SimulatedDraw(0.6, kind, 0.5, 0.5), TimeSpan.FromSeconds(25));

        steps[^2].ShouldBe(new SimulatedStep(TimeSpan.FromSeconds(6), CallLeg.Lead, expected));
        steps[^1].ShouldBe(new SimulatedStep(TimeSpan.FromSeconds(6), CallLeg.Rep, CallStatus.Completed));
        steps.Any(step => step.Status == CallStatus.Ringing).ShouldBe(expected == CallStatus.NoAnswer);
    }

    [Fact]
    public void Make_OrderRingsShorterThanTheSetting_OutcomeComesAtTheOrdersEnd()
    {
        var steps = SimulatedCallPlan.Make(Options, new SimulatedDraw(0, 0.5, 0.5, 0.5), TimeSpan.FromSeconds(5));

        steps.ShouldContain(new SimulatedStep(TimeSpan.FromSeconds(5), CallLeg.Lead, CallStatus.Answered));
    }

    [Fact]
    public void Make_Spread_ReachesFromNothingToDouble()
    {
        var options = Options with { AnswerRate = 1, Spread = 1, MachineRate = 1 };

        var shortest = SimulatedCallPlan.Make(options, new SimulatedDraw(0, 0, 0, 0), TimeSpan.FromSeconds(60));
        var longest = SimulatedCallPlan.Make(options, new SimulatedDraw(0, 0, 1, 1), TimeSpan.FromSeconds(60));

        shortest[^1].After.ShouldBe(TimeSpan.Zero);
        longest[3].ShouldBe(new SimulatedStep(TimeSpan.FromSeconds(12), CallLeg.Lead, CallStatus.Answered, ByMachine: true));
        longest[^1].After.ShouldBe(TimeSpan.FromSeconds(132));
    }

    [Fact]
    public void Make_AnyDraw_StepsRiseInTimeAndEachLegOnlyAdvancesToOneEnd()
    {
        var options = Options with { Spread = 1, MachineRate = 0.3 };
        for (var i = 0; i < 2000; i++)
        {
            var steps = SimulatedCallPlan.Make(options, SimulatedDraw.For(7, new AttemptId($"a{i}")), TimeSpan.FromSeconds(8));

            steps.Zip(steps.Skip(1)).ShouldAllBe(pair => pair.First.After <= pair.Second.After);
            foreach (var leg in steps.GroupBy(step => step.Leg))
            {
                CallStatus? status = null;
                foreach (var step in leg)
                {
                    CallStatusOrder.Advances(status, step.Status).ShouldBeTrue($"attempt a{i}: {status} -> {step.Status}");
                    status = step.Status;
                }

                CallStatusOrder.IsTerminal(status!.Value).ShouldBeTrue($"attempt a{i}");
            }
        }
    }

    [Fact]
    public void Draw_SameSeedAndAttempt_IsTheSame_OthersDiffer()
    {
        var draw = SimulatedDraw.For(1, new AttemptId("a1"));

        SimulatedDraw.For(1, new AttemptId("a1")).ShouldBe(draw);
        SimulatedDraw.For(2, new AttemptId("a1")).ShouldNotBe(draw);
        SimulatedDraw.For(1, new AttemptId("a2")).ShouldNotBe(draw);
    }

    [Fact]
    public void Draw_OverManyAttempts_IsEvenAndItsPartsAreIndependent()
    {
        const int count = 20_000;
        var draws = Enumerable.Range(0, count).Select(i => SimulatedDraw.For(1, new AttemptId($"a{i}"))).ToList();

        draws.Average(draw => draw.Answer).ShouldBe(0.5, 0.01);
        draws.Average(draw => draw.Kind).ShouldBe(0.5, 0.01);
        draws.Average(draw => draw.Answer * draw.Kind).ShouldBe(0.25, 0.01);
        draws.ShouldAllBe(draw => draw.Ring >= 0 && draw.Ring < 1 && draw.Talk >= 0 && draw.Talk < 1);
    }

    [Theory]
    [InlineData(1.0, 1000)]
    [InlineData(0.0, 0)]
    public void Make_AnswerRateOfOneOrZero_AnswersAlwaysOrNever(double rate, int expected)
    {
        var options = Options with { AnswerRate = rate };

        Enumerable.Range(0, 1000)
            .Count(i => SimulatedCallPlan.Make(options, SimulatedDraw.For(3, new AttemptId($"a{i}")), TimeSpan.FromSeconds(25))
                .Any(step => step is { Leg: CallLeg.Lead, Status: CallStatus.Answered }))
            .ShouldBe(expected);
    }

    [Fact]
    public void Problems_NameEverySettingThatIsWrong()
    {
        var problems = new SimulatedCarrierOptions { AnswerRate = double.NaN, BusyRate = 0.9, FailRate = 0.2, RingSeconds = -1, MaxCalls = 0 }.Problems().ToList();

        problems.Count.ShouldBe(4);
        problems[0].ShouldContain("Telephony:Simulated:AnswerRate");
        problems[1].ShouldContain("Telephony:Simulated:RingSeconds");
        problems[2].ShouldContain("Telephony:Simulated:MaxCalls");
        problems[3].ShouldContain("Telephony:Simulated:BusyRate and FailRate");
        new SimulatedCarrierOptions().Problems().ShouldBeEmpty();
    }
}
