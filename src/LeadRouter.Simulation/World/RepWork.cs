using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.World;

/// <summary>What a rep does next with a lead: calls it, or says what came of it.</summary>
internal sealed record RepWork(Func<RepId, CompleteLead>? Complete)
{
    /// <summary>By what the screen shows; null: nothing now.</summary>
    public static RepWork? Next(Lead shown, Draw draw, bool diligent, DateTimeOffset now)
    {
        if (shown.OwnerTicket is null)
            return draw.Chance(0.02) && !diligent ? new RepWork((Func<RepId, CompleteLead>?)null) : null;
        // A rep forgets a lead now and then: the engine reminds and takes it back.
        if (!diligent && draw.Chance(0.1))
            return null;
        return shown.Status switch
        {
            LeadStatus.Owned => shown.Attempts.Count > 4 ? Completion(draw, now) : new RepWork((Func<RepId, CompleteLead>?)null),
            LeadStatus.Reached when shown.LiveAttempt is null => Completion(draw, now),
            LeadStatus.Reached when draw.Chance(0.05) => Completion(draw, now),
            _ => null,
        };
    }

    private static RepWork Completion(Draw draw, DateTimeOffset now)
    {
        var kind = draw.Whole(1, 100);
        if (kind <= 20)
        {
            var amount = new Money(draw.Whole(100, 5000), "ILS");
            return new RepWork(rep => new CompleteLead(rep, "won", null, amount, null));
        }

        if (kind <= 35)
        {
            var at = now + TimeSpan.FromMinutes(draw.Whole(5, 300));
            return new RepWork(rep => new CompleteLead(rep, "callback", null, null, at));
        }

        var disposition = kind <= 50 ? "noAnswer" : kind <= 90 ? "notInterested" : "wrongNumber";
        return new RepWork(rep => new CompleteLead(rep, disposition, null, null, null));
    }
}
