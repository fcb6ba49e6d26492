using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Ports;

namespace LeadRouter.Simulation.Hosting;

/// <summary>A message in a mailbox; as in the embedded host.</summary>
internal sealed record VirtualMail(Message Message, TaskCompletionSource<object?>? Reply, OutboxKey? Consumed);

/// <summary>A turn whose write was answered with an error; as in the embedded host, what the store holds decides.</summary>
internal sealed record UnsureTurn(VirtualMail Mail, Turn Turn, object? Before, DurableWrite Write);

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

    /// <summary>The turn of which it is not known whether it became durable; outlives <see cref="Drop"/>.</summary>
    public UnsureTurn? Unsure { get; set; }

    public void Drop()
    {
        Loaded = false;
        State = null;
        Version = 0;
    }
}
