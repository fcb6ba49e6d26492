namespace LeadRouter.Turns.Telephony;

/// <summary>Brings the carrier's word to the lead. Only the lead's own leg proves an attempt or a contact.</summary>
public sealed class CarrierReports(IActorSystem actors) : ICarrierEvents
{
    public Task ReportAsync(CarrierReport report, CancellationToken cancel)
    {
        if (Sign(report) is not { } sign)
            return Task.CompletedTask;
        var reason = sign == CallSign.NotPlaced ? $"The rep's phone: {report.Status}." : null;
        return actors.AskAsync(new ActorId(ActorKinds.Lead, report.Lead.Value), new AskLead(new ReportCall(report.Attempt, sign, report.At, reason)), cancel);
    }

    private static CallSign? Sign(CarrierReport report) => (report.Leg, report.Status) switch
    {
        (CallLeg.Lead, CallStatus.Answered) when report.AnsweredByMachine => CallSign.AnsweredByMachine,
        (CallLeg.Lead, CallStatus.Initiated) => CallSign.Initiated,
        (CallLeg.Lead, CallStatus.Ringing) => CallSign.Ringing,
        (CallLeg.Lead, CallStatus.Answered) => CallSign.Answered,
        (CallLeg.Lead, CallStatus.Completed) => CallSign.Completed,
        (CallLeg.Lead, CallStatus.Busy) => CallSign.Busy,
        (CallLeg.Lead, CallStatus.NoAnswer) => CallSign.NoAnswer,
        (CallLeg.Lead, CallStatus.Failed) => CallSign.Failed,
        (CallLeg.Lead, CallStatus.Canceled) => CallSign.Canceled,
        (CallLeg.Rep, CallStatus.Busy or CallStatus.NoAnswer or CallStatus.Failed or CallStatus.Canceled) => CallSign.NotPlaced,
        _ => null,
    };
}
