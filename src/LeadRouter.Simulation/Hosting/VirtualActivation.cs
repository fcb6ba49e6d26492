using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Ports;

namespace LeadRouter.Simulation.Hosting;

/// <summary>A message in a mailbox; as in the embedded host.</summary>
internal sealed record VirtualMail(Message Message, TaskCompletionSource<object?>? Reply, OutboxKey? Consumed);

/// <summary>An actor in memory.</summary>
internal sealed class VirtualActivation
{
    public VirtualActivation(ActorId id, IActor actor, Action<VirtualActivation> run)
    {
        (Id, Actor) = (id, actor);
        Run = () => run(this);
    }

    /// <summary>Handles the next message.</summary>
    public Action Run { get; }

    public ActorId Id { get; }

    public IActor Actor { get; }

    public LinkedList<VirtualMail> Mail { get; } = new();

    public bool Running { get; set; }

    public bool Loaded { get; set; }

    public object? State { get; set; }

    public long Version { get; set; }

    public void Drop()
    {
        Loaded = false;
        State = null;
        Version = 0;
    }
}
