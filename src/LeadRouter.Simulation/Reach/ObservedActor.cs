namespace LeadRouter.Simulation.Reach;

/// <summary>Notes the codes with which an actor refuses.</summary>
internal sealed class ObservedActor(IActor real, Reached reached) : ActorAround(real)
{
    public override Turn Receive(ActorId id, object? state, Message message, TurnContext context)
    {
        var turn = Real.Receive(id, state, message, context);
        var refusal = turn.Reply switch
        {
            LeadReply reply => reply.Refusal,
            RepReply reply => reply.Refusal,
            _ => null,
        };
        if (refusal is not null)
            reached.Note(refusal.Code);
        return turn;
    }
}
