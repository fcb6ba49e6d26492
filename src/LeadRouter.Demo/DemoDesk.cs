using LeadRouter.Domain.Desks;

namespace LeadRouter.Demo;

/// <summary>The desk of the made-up centre: the shipped one with three queues and short times, so that something happens all the time.</summary>
public static class DemoDesk
{
    /// <summary>Queues <c>sales</c>, <c>solar</c> and <c>renewals</c>.</summary>
    public static Desk Create()
    {
        var shipped = DefaultDesk.Create();
        var sales = shipped.Queues[0] with { OfferSeconds = 15, AttemptBySeconds = 30, DispositionBySeconds = 45, Sla = RoundTheClock(45), RingSeconds = 20 };
        return shipped with
        {
            Name = "Demo call centre",
            Queues =
            [
                sales,
                sales with { Id = "solar", Name = "Solar roofs", Priority = 20 },
                sales with { Id = "renewals", Name = "Renewals", Sla = RoundTheClock(120) },
            ],
        };
    }

    private static SlaRules RoundTheClock(int seconds) => new() { FirstAttemptSeconds = seconds, Clock = SlaTime.Raw };
}
