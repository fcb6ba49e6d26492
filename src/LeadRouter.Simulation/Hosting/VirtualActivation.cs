using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Simulation.Hosting;

/// <summary>A message in a mailbox; as in the embedded host.</summary>
internal sealed record VirtualMail(Message Message, IVirtualReply? Reply, OutboxKey? Consumed);

/// <summary>A turn that is being written, or whose write was answered with an error: then, as in the embedded host, what the store holds decides.</summary>
internal sealed record DecidedTurn(VirtualMail Mail, Turn Turn, object? Before, DurableWrite Write);

/// <summary>An actor in memory.</summary>
internal sealed class VirtualActivation
{
    public VirtualActivation(ActorId id, IActor actor, VirtualTurns turns)
    {
        (Id, Actor) = (id, actor);
        Run = () => turns.Run(this);
        Written = written => turns.Written(this, written);
    }

    /// <summary>Handles the next message.</summary>
    public Action Run { get; }

    /// <summary>Hears whether the turn that is being written has become durable.</summary>
    public Action<bool> Written { get; }

    public ActorId Id { get; }

    public IActor Actor { get; }

    public List<VirtualMail> Mail { get; } = [];

    public bool Running { get; set; }

    public bool Loaded { get; set; }

    public object? State { get; set; }

    public long Version { get; set; }

    /// <summary>The turn that is being written.</summary>
    public DecidedTurn? Writing { get; set; }

    /// <summary>The turn of which it is not known whether it became durable; outlives <see cref="Drop"/>.</summary>
    public DecidedTurn? Unsure { get; set; }

    public void Drop()
    {
        Loaded = false;
        State = null;
        Version = 0;
    }
}
