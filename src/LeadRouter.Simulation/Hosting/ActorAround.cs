namespace LeadRouter.Simulation.Hosting;

/// <summary>An actor that stands around another and changes or sees its turns; all else is the other's.</summary>
internal abstract class ActorAround(IActor real) : IActor
{
    public string Kind => Real.Kind;

    public bool IsVolatile => Real.IsVolatile;

    protected IActor Real => real;

    public IReadOnlyList<string> Indexes(string key) => Real.Indexes(key);

    public object? Restore(byte[]? state) => Real.Restore(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => Real.Rebuild(key, former, entries, context);

    public byte[] Store(object state) => Real.Store(state);

    public long Sequence(object? state) => Real.Sequence(state);

    public abstract Turn Receive(ActorId id, object? state, Message message, TurnContext context);
}
