using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Ports;

namespace LeadRouter.Simulation.Checkers;

/// <summary>The first attempt, the first contact and the end of a lead stand in the journal once, and an attempt is ordered from the carrier once.</summary>
internal sealed class CountedOnce(Verdict verdict) : Checker(verdict)
{
    private readonly HashSet<(string What, string Id)> _seen = [];

    public override void Ordered(CallOrder order) => Once("an order of the carrier", order.Attempt.Value);

    public override void Journalled(ActorId id, Happening happening)
    {
        var what = happening.Data switch
        {
            AttemptStarted { First: true } => "a first attempt",
            ContactMade { First: true } => "a first contact",
            LeadClosed => "an end",
            _ => null,
        };
        if (what is not null)
            Once(what, id.Key);
    }

    private void Once(string what, string id)
    {
        if (!_seen.Add((what, id)))
            Violated($"{what} of {id} is there twice");
    }
}
