using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Turns.Tests.Hosting;

/// <summary>An actor whose turns a test writes. Its state is a number in a contact: how many turns it has stored.</summary>
internal sealed class ScriptedActor(string kind, Func<ActorId, Contact?, Message, TurnContext, Turn> receive) : IActor
{
    public string Kind => kind;

    public bool IsVolatile { get; init; }

    public IReadOnlyList<string> Indexes(string key) => [];

    public object? Restore(byte[]? state) => state is null ? null : StoredJson.Read<Contact>(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => new Contact();

    public byte[] Store(object state) => StoredJson.Write((Contact)state);

    public long Sequence(object? state) => (state as Contact)?.Sequence ?? 0;

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context) => receive(id, (Contact?)state, message, context);

    /// <summary>A turn that stores one more event, and says <paramref name="outgoing"/>.</summary>
    public static Turn Count(Contact? state, TurnContext context, params Envelope[] outgoing)
    {
        var after = new Contact { Sequence = (state?.Sequence ?? 0) + 1 };
        return new Turn { State = after, Events = [new RecordedEvent(context.Now, new ContactLeadClosed(new LeadId("x")))], Outbox = outgoing, Reply = after };
    }

    public static SiloHost Host(MemoryStore store, TimeProvider time, EngineOptions options, params IActor[] actors) => Host(store, time, options, new NoProbe(), actors);

    public static SiloHost Host(MemoryStore store, TimeProvider time, EngineOptions options, IEngineProbe probe, params IActor[] actors) =>
        Host(store, time, options, probe, NullLoggerFactory.Instance, actors);

    public static SiloHost Host(MemoryStore store, TimeProvider time, EngineOptions options, IEngineProbe probe, ILoggerFactory loggers, params IActor[] actors) =>
        new(actors, store, new DefaultDeskSource(), new RandomIdSource(), time, options, loggers, probe);

    private sealed class DefaultDeskSource : IDeskSource
    {
        public DeskSnapshot Current { get; } = DeskSnapshot.Of(DefaultDesk.Create());
    }
}
