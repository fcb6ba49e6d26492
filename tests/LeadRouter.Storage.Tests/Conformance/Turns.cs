using System.Text;
using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>Short ways to say a turn.</summary>
public static class Turns
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ActorId Lead(string key) => new(ActorKinds.Lead, key);

    public static ActorId Rep(string key) => new(ActorKinds.Rep, key);

    public static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    public static TurnWrite State(ActorId id, long expectedVersion, string state = "{}") =>
        new() { Id = id, ExpectedVersion = expectedVersion, State = Json(state) };

    /// <summary>A turn that leaves the state alone.</summary>
    public static TurnWrite NoState(ActorId id, long expectedVersion) => new() { Id = id, ExpectedVersion = expectedVersion };

    public static EventWrite Event(long sequence, DateTimeOffset? at = null, string type = "Happened") =>
        new(sequence, at ?? Noon, type, Json($$"""{"n":{{sequence}}}"""));

    public static OutboxMessage Message(ActorId from, long sequence, ActorId? to = null) =>
        new(new OutboxKey(from, sequence), to ?? Rep("r"), Json("{}"));

    public static LeadRow Row(string id, DateTimeOffset receivedAt, string state = "waiting", string queue = "sales", string? owner = null,
        string? offeredTo = null, string? source = null, string? campaign = null, string? name = null, string? phone = null,
        string? email = null, bool open = true) =>
        new(id, state, queue, owner, offeredTo, source, campaign, name, phone, email, receivedAt, open, open ? Live(state, queue, owner, offeredTo) : null);

    /// <summary>What the board needs of a lead; with an owner and no offer, he or she works on it.</summary>
    private static LiveLead Live(string state, string queue, string? owner, string? offeredTo)
    {
        var rep = offeredTo ?? owner;
        return new LiveLead(queue, LeadRow.StatusOf(state), Noon.AddMinutes(-5), IsDue: owner is null, IsWorked: owner is not null, rep is null ? null : new RepId(rep),
            rep is null ? null : offeredTo is null ? RepActivity.Working : RepActivity.Ringing, Noon.AddTicks(-1));
    }

    public static Task PutLeadAsync(this IEngineStore store, LeadRow row, long expectedVersion = 0) =>
        store.CommitAsync(State(Lead(row.LeadId), expectedVersion) with { LeadRow = row }, CancellationToken.None);

    public static Task CommitAsync(this IEngineStore store, TurnWrite turn) => store.CommitAsync(turn, CancellationToken.None);

    public static ValueTask<StoredActor?> LoadAsync(this IEngineStore store, ActorId id) => store.LoadAsync(id, CancellationToken.None);
}
