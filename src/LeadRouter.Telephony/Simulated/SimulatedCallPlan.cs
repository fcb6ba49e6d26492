namespace LeadRouter.Telephony.Simulated;

/// <summary>One thing that happens in a simulated call.</summary>
/// <param name="After">Since the call was placed.</param>
/// <param name="ByMachine">The leg was answered by a machine.</param>
public readonly record struct SimulatedStep(TimeSpan After, CallLeg Leg, CallStatus Status, bool ByMachine = false);

/// <summary>What happens in a simulated call, as data: no clock, no randomness of its own.</summary>
public static class SimulatedCallPlan
{
    /// <summary>
    /// The steps of a call in the order of time: the rep answers at once, then the lead's phone is dialled and rings, and both legs end together.
    /// </summary>
    /// <param name="options">How the simulated people behave.</param>
    /// <param name="draw">The chances of this call.</param>
    /// <param name="maxRing">How long the lead's phone may ring. An answer that would have come later comes at its end, so that an answer rate of 1 stays 1.</param>
    public static IReadOnlyList<SimulatedStep> Make(SimulatedCarrierOptions options, SimulatedDraw draw, TimeSpan maxRing)
    {
        List<SimulatedStep> steps =
        [
            new(TimeSpan.Zero, CallLeg.Rep, CallStatus.Answered),
            new(TimeSpan.Zero, CallLeg.Lead, CallStatus.Initiated),
        ];
        var ring = Spread(options.RingSeconds, options.Spread, draw.Ring);
        if (ring > maxRing)
            ring = maxRing;

        var outcome = Outcome(options, draw);
        var end = ring;
        // A failed call never rang; a busy one did not either, but carriers say so only after trying.
        if (outcome is CallStatus.Answered or CallStatus.NoAnswer)
            steps.Add(new(TimeSpan.Zero, CallLeg.Lead, CallStatus.Ringing));
        if (outcome == CallStatus.Answered)
        {
            steps.Add(new(ring, CallLeg.Lead, CallStatus.Answered, draw.Kind < options.MachineRate));
            end = ring + Spread(options.TalkSeconds, options.Spread, draw.Talk);
            outcome = CallStatus.Completed;
        }

        steps.Add(new(end, CallLeg.Lead, outcome));
        steps.Add(new(end, CallLeg.Rep, CallStatus.Completed));
        return steps;
    }

    private static CallStatus Outcome(SimulatedCarrierOptions options, SimulatedDraw draw)
    {
        if (draw.Answer < options.AnswerRate)
            return CallStatus.Answered;
        if (draw.Kind < options.BusyRate)
            return CallStatus.Busy;
        return draw.Kind < options.BusyRate + options.FailRate ? CallStatus.Failed : CallStatus.NoAnswer;
    }

    private static TimeSpan Spread(double seconds, double spread, double chance) =>
        TimeSpan.FromSeconds(seconds * (1 + (spread * ((2 * chance) - 1))));
}
