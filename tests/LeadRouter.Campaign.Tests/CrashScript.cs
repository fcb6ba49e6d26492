using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests;

/// <summary>How the reps of the crash test are: most work quickly, some forget leads, some trust the system to say when a call is over.</summary>
internal sealed class CrashScript(int seed, bool forgetful, bool patient) : RepScript
{
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _forgotten = [];
    private volatile bool _clearing;

    /// <summary>The load has stopped: no more declining, missing, forgetting and putting off.</summary>
    public void Clear() => _clearing = true;

    public override (OfferMove Move, TimeSpan After) Answer(OfferDto offer)
    {
        var chance = Draw();
        var after = Milliseconds(10, 120);
        if (_clearing)
            return (OfferMove.Accept, after);
        return chance switch
        {
            < 0.86 => (OfferMove.Accept, after),
            < 0.88 => (OfferMove.AcceptAndSteal, after),
            < 0.94 => (OfferMove.Decline, after),
            < 0.97 => (OfferMove.Miss, after),
            // The lease has run out by its own instant, whether or not the server's timer has noticed yet.
            _ => (OfferMove.AcceptTooLate, Milliseconds(1, 40)),
        };
    }

    public override TimeSpan? CallAfter(LeadDto lead)
    {
        if (_clearing || !forgetful)
            return Milliseconds(10, 80);
        lock (_random)
        {
            if (_forgotten.Contains(lead.LeadId) || (_random.NextDouble() < 0.2 && _forgotten.Add(lead.LeadId)))
                return null;
        }

        return Milliseconds(10, 80);
    }

    /// <summary>Calls take less than half a second here. Who is patient waits for as long as the system itself does, unless somebody has answered: that may be a long talk.</summary>
    public override TimeSpan? GiveCallUpAfter(LeadDto lead) =>
        patient && lead.State == "attempting" ? null : TimeSpan.FromSeconds(1.5);

    public override CompleteRequest LostCall(LeadDto lead) => new() { Disposition = Draw() < 0.5 ? "noAnswer" : "notInterested" };

    public override (TimeSpan After, CompleteRequest Body) Result(LeadDto lead) => (Milliseconds(10, 80), Draw() switch
    {
        < 0.3 => new CompleteRequest { Disposition = "won", Amount = new MoneyDto(Math.Round((decimal)Draw() * 5000, 2), "ILS") },
        < 0.4 => new CompleteRequest { Disposition = "wrongNumber" },
        < 0.5 when !_clearing => new CompleteRequest { Disposition = "callback", CallbackAt = DateTimeOffset.UtcNow.AddSeconds(2 + 6 * Draw()) },
        _ => new CompleteRequest { Disposition = "notInterested" },
    });

    private double Draw()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private TimeSpan Milliseconds(double least, double most) => TimeSpan.FromMilliseconds(least + (most - least) * Draw());
}
