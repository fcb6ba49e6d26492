using LeadRouter.Simulation.Hosting;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>A store from which a recovering host does not read everything.</summary>
internal sealed class ForgetfulView(IDurableView real, bool losesMessages = false, bool losesDeadlines = false, bool losesQueues = false, bool losesEffects = false) : IDurableView
{
    public (object? State, long Version, long OutboxSequence)? Load(IActor actor, ActorId id) => real.Load(actor, id);

    public IReadOnlyList<Sent> Outbox() => losesMessages ? [.. real.Outbox().Skip(1)]
        : losesEffects ? [.. real.Outbox().Where(row => row.To.Kind != ActorKinds.Carrier)]
        : real.Outbox();

    public IReadOnlyList<DueActor> Due() => losesDeadlines ? [] : real.Due();

    public IReadOnlyList<string> Keys(string kind) => real.Keys(kind);

    public IReadOnlyList<IndexEntry> Index(string index) => losesQueues ? [.. real.Index(index).Skip(1)] : real.Index(index);

    public IReadOnlyList<string> Indexes(string prefix) => real.Indexes(prefix);
}
