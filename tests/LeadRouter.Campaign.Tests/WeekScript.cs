using LeadRouter.Campaign.Tests.Reps;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests;

/// <summary>A rep of the real week: takes what rings, calls at once, and is busy with it for as long as the bank's agent was (by the lead's external id).</summary>
internal sealed class WeekScript(IReadOnlyDictionary<string, TimeSpan> handling, string currency) : RepScript
{
    private int _results;

    public override (OfferMove Move, TimeSpan After) Answer(OfferDto offer) => (OfferMove.Accept, TimeSpan.Zero);

    public override TimeSpan? CallAfter(LeadDto lead) => TimeSpan.Zero;

    public override TimeSpan? GiveCallUpAfter(LeadDto lead) => null;

    public override CompleteRequest LostCall(LeadDto lead) => throw new InvalidOperationException("Nobody gives a call up here.");

    public override (TimeSpan After, CompleteRequest Body) Result(LeadDto lead) => (handling[lead.ExternalId!], Interlocked.Increment(ref _results) % 8 == 0
        ? new CompleteRequest { Disposition = "won", Amount = new MoneyDto(1200, currency) }
        : new CompleteRequest { Disposition = "notInterested" });
}
