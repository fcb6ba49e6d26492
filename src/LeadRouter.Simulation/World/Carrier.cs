namespace LeadRouter.Simulation.World;

/// <summary>A carrier in virtual time: answers, does not answer, is busy; reports twice, late, out of order or never.</summary>
internal sealed class Carrier(Agenda agenda, Draw draw, Gateway gateway, Sightings sightings, EventLog log, double machines) : ICarrier
{
    private const int MostTries = 8;

    public string Name => "virtual";

    public Faults Faults { get; set; } = Faults.None;

    public Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel)
    {
        log.Note("order", order.Attempt.Value, order.Lead.Value);
        sightings.Each(checker => checker.Ordered(order));
        var draws = draw.Between(0, 1);
        var outcome = draws < 0.01 ? PlaceCallOutcome.Refused : draws < 0.03 ? PlaceCallOutcome.Uncertain : PlaceCallOutcome.Taken;
        if (outcome == PlaceCallOutcome.Taken || (outcome == PlaceCallOutcome.Uncertain && draw.Chance(0.5)))
            Ring(order);
        var result = new TaskCompletionSource<PlaceCallResult>();
        agenda.After(draw.Seconds(0.05, 0.6), () => result.SetResult(new PlaceCallResult(outcome)));
        return result.Task;
    }

    private void Ring(CallOrder order)
    {
        var at = draw.Seconds(0.2, 3);
        Say(order, at, CallStatus.Initiated);
        at += draw.Seconds(0.1, 4);
        Say(order, at, CallStatus.Ringing);
        at += draw.Seconds(2, 20);
        var fate = draw.Between(0, 1);
        if (fate >= 0.55 && draw.Chance(machines))
        {
            Say(order, at, CallStatus.Answered, machine: true);
            if (draw.Chance(0.5))
                Say(order, at + draw.Seconds(5, 40), CallStatus.Completed);
        }
        else if (fate < 0.55)
        {
            Say(order, at, CallStatus.Answered);
            Say(order, at + draw.Seconds(5, 20) + draw.Exponential(60), CallStatus.Completed);
        }
        else
        {
            Say(order, at, fate < 0.85 ? CallStatus.NoAnswer : fate < 0.95 ? CallStatus.Busy : fate < 0.98 ? CallStatus.Failed : CallStatus.Canceled);
        }
    }

    private void Say(CallOrder order, TimeSpan after, CallStatus status, bool machine = false)
    {
        var report = new CarrierReport(order.Lead, order.Attempt, CallLeg.Lead, status, agenda.Now + after, null, machine);
        sightings.Each(checker => checker.Said(report));
        if (draw.Chance(Faults.ReportLost))
            return;
        var late = draw.Chance(Faults.ReportLate) ? draw.Exponential(60) : TimeSpan.Zero;
        agenda.After(after + late, () => Bring(report, 1));
        if (draw.Chance(Faults.ReportTwice))
            agenda.After(after + late + draw.Exponential(5), () => Bring(report, 1));
    }

    private void Bring(CarrierReport report, int tries) => gateway.Call(server => server.ReportAsync(report), _ => { }, (heard, _) =>
    {
        if (heard != Heard.Answer && tries < MostTries)
            agenda.After(draw.Seconds(1, 10) * tries, () => Bring(report, tries + 1));
    });
}
