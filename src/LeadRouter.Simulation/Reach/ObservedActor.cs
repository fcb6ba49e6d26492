namespace LeadRouter.Simulation.Reach;

/// <summary>Notes the codes with which an actor refuses.</summary>
internal sealed class ObservedActor(IActor real, Reached reached) : IActor
{
    public string Kind => real.Kind;

    public bool IsVolatile => real.IsVolatile;

    public IReadOnlyList<string> Indexes(string key) => real.Indexes(key);

    public object? Restore(byte[]? state) => real.Restore(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => real.Rebuild(key, former, entries, context);

    public byte[] Store(object state) => real.Store(state);

    public long Sequence(object? state) => real.Sequence(state);

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context)
    {
        var turn = real.Receive(id, state, message, context);
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
