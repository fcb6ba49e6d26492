using LeadRouter.Simulation.Hosting;
using LeadRouter.Turns.Actors;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>A turn of a real actor, to be run and bent.</summary>
internal sealed record BrokenTurn(IActor Real, ActorId Id, object? State, Message Message, TurnContext Context)
{
    public Turn Run() => Real.Receive(Id, State, Message, Context);
}

/// <summary>An actor with a deliberate bug.</summary>
internal sealed class BrokenActor(IActor real, Func<BrokenTurn, Turn> bend) : ActorAround(real)
{
    public override Turn Receive(ActorId id, object? state, Message message, TurnContext context) => bend(new BrokenTurn(Real, id, state, message, context));

    /// <summary>Puts the bug into actors of one kind.</summary>
    public static Func<IActor, IActor> In(string kind, Func<BrokenTurn, Turn> bend) => actor => actor.Kind == kind ? new BrokenActor(actor, bend) : actor;
}
