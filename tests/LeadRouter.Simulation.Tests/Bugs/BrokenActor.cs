using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>A turn of a real actor, to be run and bent.</summary>
internal sealed record BrokenTurn(IActor Real, ActorId Id, object? State, Message Message, TurnContext Context)
{
    public Turn Run() => Real.Receive(Id, State, Message, Context);
}

/// <summary>An actor with a deliberate bug.</summary>
internal sealed class BrokenActor(IActor real, Func<BrokenTurn, Turn> bend) : IActor
{
    public string Kind => real.Kind;

    public bool IsVolatile => real.IsVolatile;

    public IReadOnlyList<string> Indexes(string key) => real.Indexes(key);

    public object? Restore(byte[]? state) => real.Restore(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => real.Rebuild(key, former, entries, context);

    public byte[] Store(object state) => real.Store(state);

    public long Sequence(object? state) => real.Sequence(state);

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context) => bend(new BrokenTurn(real, id, state, message, context));

    /// <summary>Puts the bug into actors of one kind.</summary>
    public static Func<IActor, IActor> In(string kind, Func<BrokenTurn, Turn> bend) => actor => actor.Kind == kind ? new BrokenActor(actor, bend) : actor;
}
