using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Fleets;

/// <summary>Reps who dial themselves: no carrier's word is waited for, they say at once what came of it.</summary>
internal sealed class FleetScript(int seed) : RepScript
{
    private readonly Random _random = new(seed);
    private volatile bool _clearing;

    /// <summary>The load has stopped: nobody declines or misses any more.</summary>
    public void Clear() => _clearing = true;

    public override (OfferMove Move, TimeSpan After) Answer(OfferDto offer) => (_clearing ? 0 : Draw()) switch
    {
        < 0.90 => (OfferMove.Accept, Milliseconds(5, 40)),
        < 0.92 => (OfferMove.AcceptAndSteal, Milliseconds(5, 40)),
        < 0.97 => (OfferMove.Decline, Milliseconds(5, 40)),
        _ => (OfferMove.Miss, Milliseconds(5, 40)),
    };

    public override TimeSpan? CallAfter(LeadDto lead) => Milliseconds(2, 20);

    public override TimeSpan? GiveCallUpAfter(LeadDto lead) => Milliseconds(5, 30);

    public override CompleteRequest LostCall(LeadDto lead) => Draw() switch
    {
        < 0.3 => new CompleteRequest { Disposition = "won", Amount = new MoneyDto(Math.Round((decimal)Draw() * 5000, 2), "ILS") },
        < 0.35 when !_clearing => new CompleteRequest { Disposition = "callback", CallbackAt = DateTimeOffset.UtcNow.AddSeconds(2 + 6 * Draw()) },
        < 0.4 when !_clearing => new CompleteRequest { Disposition = "noAnswer" },
        _ => new CompleteRequest { Disposition = "notInterested" },
    };

    public override (TimeSpan After, CompleteRequest Body) Result(LeadDto lead) => (Milliseconds(5, 30), LostCall(lead));

    private double Draw()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private TimeSpan Milliseconds(double least, double most) => TimeSpan.FromMilliseconds(least + (most - least) * Draw());
}
