namespace LeadRouter.Simulation.Controlled;

/// <summary>Desks whose own times never come to an end in a controlled world: no offer expires, no lead is taken back.</summary>
internal static class PatientDesk
{
    /// <param name="queues">Ids of the queues.</param>
    public static Desk Of(params IReadOnlyList<string> queues) => DefaultDesk.Create() with
    {
        TimeZone = "UTC",
        DefaultQueue = queues[0],
        Queues = [.. queues.Select(queue => new QueueRules
        {
            Id = queue,
            OfferSeconds = 300,
            AttemptBySeconds = 86_400,
            DispositionBySeconds = 86_400,
            AgeingSecondsPerPoint = 1,
            Sla = new SlaRules { FirstAttemptSeconds = 604_800, WarnAtPercent = 99, Clock = SlaTime.Raw },
        })],
    };
}
