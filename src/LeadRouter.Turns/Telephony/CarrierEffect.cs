namespace LeadRouter.Turns.Telephony;

/// <summary>
/// Hands calls to the carrier, each at most once: the lead is asked to record the order first, and says no the second
/// time. A process that dies between the two has perhaps not dialled; it never dials twice.
/// </summary>
public sealed class CarrierEffect(ICarrier carrier, IActorSystem actors, TimeProvider time) : IEffectHandler
{
    public string Kind => ActorKinds.Carrier;

    public async Task HandleAsync(Message message, CancellationToken cancel)
    {
        var call = (PlaceCall)message;
        var lead = new ActorId(ActorKinds.Lead, call.LeadId.Value);
        var rep = await actors.AskAsync(new ActorId(ActorKinds.Rep, call.RepId.Value), new GetRep(), cancel);
        var ordered = await actors.AskAsync(lead, new AskLead(new OrderCall(call.AttemptId)), cancel);
        if (ordered.Refusal is not null)
            return;
        var result = await carrier.PlaceAsync(new CallOrder(call.LeadId, call.AttemptId, call.RepId, rep.Rep?.Profile.Phone, call.LeadPhone, call.RingSeconds), cancel);
        // An uncertain order may be ringing: the carrier's reports, or the deadline for them, say how it ended.
        if (result.Outcome == PlaceCallOutcome.Refused)
            await actors.AskAsync(lead, new AskLead(new ReportCall(call.AttemptId, CallSign.NotPlaced, time.GetUtcNow(), result.Reason)), cancel);
    }
}
