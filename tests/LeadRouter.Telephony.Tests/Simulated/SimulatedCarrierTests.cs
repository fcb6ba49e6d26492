using LeadRouter.Domain;
using LeadRouter.Telephony.Simulated;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Simulated;

public sealed class SimulatedCarrierTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly RecordingEvents _events = new();
    private readonly FakeTimeProvider _time = new(Start);

    private SimulatedCarrier Carrier(SimulatedCarrierOptions options, TimeProvider? time = null) =>
        new(options, () => _events, time ?? _time, NullLogger<SimulatedCarrier>.Instance);

    private static CallOrder Order(string attempt) => new(new LeadId("l1"), new AttemptId(attempt), new RepId("r1"), null, new("+12025550123"), 25);

    private Task Reported(int count, bool advance = true) => Eventually.IsTrue(
        () => _events.Reports.Count >= count,
        () => $"{count} reports, there are {_events.Reports.Count}",
        () => _time.Advance(advance ? TimeSpan.FromSeconds(1) : TimeSpan.Zero));

    [Fact]
    public async Task Place_AnsweredCall_ReportsEveryStepWithItsPlannedInstant()
    {
        await using var carrier = Carrier(new() { AnswerRate = 1, RingSeconds = 6, TalkSeconds = 60 });

        var placed = await carrier.PlaceAsync(Order("a1"), default);
        await Reported(6);

        placed.ShouldBe(new PlaceCallResult(PlaceCallOutcome.Taken, "sim-a1"));
        _events.Reports.Select(report => (report.Leg, report.Status, (report.At - Start).TotalSeconds)).ShouldBe(
        [
            (CallLeg.Rep, CallStatus.Answered, 0),
            (CallLeg.Lead, CallStatus.Initiated, 0),
            (CallLeg.Lead, CallStatus.Ringing, 0),
            (CallLeg.Lead, CallStatus.Answered, 6),
            (CallLeg.Lead, CallStatus.Completed, 66),
            (CallLeg.Rep, CallStatus.Completed, 66),
        ]);
        _events.Reports.ShouldAllBe(report => report.Lead == new LeadId("l1") && report.Attempt == new AttemptId("a1") && !report.AnsweredByMachine);
        await Eventually.IsTrue(() => carrier.ActiveCalls == 0, () => "the end of the call");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Place_NothingCanBeTakenNow_RetriesInOrderUntilDurable(bool overloaded)
    {
        _events.Fail = (call, _) => call >= 7 ? null : overloaded ? new OverloadedException() : new StoreUnavailableException("disk full");
        await using var carrier = Carrier(new() { AnswerRate = 1 });

        await carrier.PlaceAsync(Order("a1"), default);
        await Reported(6);

        _events.Calls.ShouldBe(13);
        _events.Reports.Select(report => report.Status).ShouldBe(
            [CallStatus.Answered, CallStatus.Initiated, CallStatus.Ringing, CallStatus.Answered, CallStatus.Completed, CallStatus.Completed]);
        _events.Reports[0].At.ShouldBe(Start);
    }

    [Fact]
    public async Task Place_ReceiverFails_LosesThatReportOnly()
    {
        _events.Fail = (call, _) => call == 1 ? new InvalidOperationException("a bug") : null;
        await using var carrier = Carrier(new() { AnswerRate = 1 });

        await carrier.PlaceAsync(Order("a1"), default);
        await Reported(5);

        _events.Reports.Select(report => (report.Leg, report.Status)).ShouldNotContain((CallLeg.Lead, CallStatus.Initiated));
        _events.Calls.ShouldBe(6);
    }

    [Fact]
    public async Task Place_AllLinesInUse_IsRefused_UntilOneIsFree()
    {
        await using var carrier = Carrier(new() { AnswerRate = 1, MaxCalls = 2 });
        await carrier.PlaceAsync(Order("a1"), default);
        await carrier.PlaceAsync(Order("a2"), default);

        var refused = await carrier.PlaceAsync(Order("a3"), default);
        await Reported(12);
        await Eventually.IsTrue(() => carrier.ActiveCalls == 0, () => "the end of both calls");
        var taken = await carrier.PlaceAsync(Order("a4"), default);

        refused.Outcome.ShouldBe(PlaceCallOutcome.Refused);
        refused.Reason!.ShouldContain("2 lines");
        taken.Outcome.ShouldBe(PlaceCallOutcome.Taken);
    }

    [Fact]
    public async Task Place_SameAttemptTwice_IsOneCall()
    {
        await using var carrier = Carrier(new() { AnswerRate = 1 });

        (await carrier.PlaceAsync(Order("a1"), default)).Outcome.ShouldBe(PlaceCallOutcome.Taken);
        (await carrier.PlaceAsync(Order("a1"), default)).Outcome.ShouldBe(PlaceCallOutcome.Taken);
        await Reported(6);
        await Eventually.IsTrue(() => carrier.ActiveCalls == 0, () => "the end of the call");

        _events.Reports.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Dispose_WhileStoreIsDown_EndsTheRetriesAndRefusesMore()
    {
        _events.Fail = (_, _) => new StoreUnavailableException("disk full");
        var carrier = Carrier(new());
        await carrier.PlaceAsync(Order("a1"), default);
        await Eventually.IsTrue(() => _events.Calls > 0, () => "the first try");

        await carrier.DisposeAsync();
        await carrier.DisposeAsync();

        carrier.ActiveCalls.ShouldBe(0);
        _events.Reports.ShouldBeEmpty();
        (await carrier.PlaceAsync(Order("a2"), default)).Outcome.ShouldBe(PlaceCallOutcome.Refused);
    }

    [Fact]
    public async Task Place_AThousandCallsInAnyOrder_GiveTheSameOutcomes()
    {
        var options = new SimulatedCarrierOptions { RingSeconds = 0, TalkSeconds = 0 };
        var attempts = Enumerable.Range(0, 1000).Select(i => $"a{i}").ToList();

        var forward = await Outcomes(attempts);
        var backward = await Outcomes(Enumerable.Reverse(attempts));

        backward.ShouldBe(forward, ignoreOrder: true);
        forward.Count(outcome => outcome.Status == CallStatus.Completed).ShouldBeInRange(550, 650);

        async Task<List<(string Attempt, CallStatus Status)>> Outcomes(IEnumerable<string> order)
        {
            var events = new RecordingEvents();
            await using var carrier = new SimulatedCarrier(options, () => events, TimeProvider.System, NullLogger<SimulatedCarrier>.Instance);
            foreach (var attempt in order)
                await carrier.PlaceAsync(Order(attempt), default);
            await Eventually.IsTrue(() => carrier.ActiveCalls == 0, () => $"the end of {carrier.ActiveCalls} calls");
            return [.. events.Reports.Where(report => report.Leg == CallLeg.Lead && CallStatusOrder.IsTerminal(report.Status)).Select(report => (report.Attempt.Value, report.Status))];
        }
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.2)]
    [InlineData(6, 5)]
    [InlineData(100_000, 5)]
    public void RetryPause_DoublesUpToFiveSeconds(int failures, double seconds) =>
        SimulatedCarrier.RetryPause(failures).TotalSeconds.ShouldBe(seconds, 1e-9);
}
