using System.Globalization;
using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.StoreBench;

/// <summary>Makes the turns of one writer's actors, round and round, each on the version before.</summary>
internal sealed class TurnFactory(BenchOptions options, int writer)
{
    private static readonly byte[] EventData = Filled(200);
    private static readonly byte[] Body = Filled(300);
    private static readonly byte[] Entry = Filled(40);
    private static readonly string[] States = ["waiting", "offered", "owned", "won"];

    private readonly long[] _versions = new long[(options.Actors + options.Writers - 1 - writer) / options.Writers];
    private readonly byte[] _state = Filled(options.Bytes);
    private int _turn;

    /// <summary>As long as ids are.</summary>
    public static ActorId Id(int slot, int writer, int part) =>
        new(ActorKinds.Lead, string.Create(CultureInfo.InvariantCulture, $"lead-{slot:D8}-{writer:D4}-{part}123456789"));

    public TurnWrite Next(DateTimeOffset now)
    {
        var slot = _turn++ % _versions.Length;
        var id = Id(slot, writer, options.Part);
        var version = _versions[slot]++;
        var turn = new TurnWrite
        {
            Id = id,
            ExpectedVersion = version,
            OutboxSequence = version + 1,
            State = _state,
            DueAt = now.AddMinutes(5),
            Events = [new EventWrite(version + 1, now, "LeadOffered", EventData)],
        };
        return options.Full ? Whole(turn, slot) : turn;
    }

    private static TurnWrite Whole(TurnWrite turn, int slot)
    {
        var (id, version) = (turn.Id, turn.ExpectedVersion);
        return turn with
        {
            Outbox = [new OutboxMessage(new OutboxKey(id, version + 1), new ActorId(ActorKinds.Rep, "rep-17"), Body)],
            Consumed = version > 0 ? new OutboxKey(id, version) : null,
            Index = [new IndexChange("queue/sales", id.Key, version % 4 == 3 ? null : Entry)],
            LeadRow = new LeadRow(id.Key, States[version % 4], "sales", version % 4 == 2 ? "rep-17" : null, version % 4 == 1 ? "rep-17" : null,
                "web", "spring", "Dana Levi", "+972501234567", "dana@example.com", DateTimeOffset.UnixEpoch.AddSeconds(slot), version % 4 != 3, Live(version % 4, turn.Events[0].At)),
        };
    }

    private static LiveLead? Live(long step, DateTimeOffset at) => step == 3 ? null : new LiveLead(
        "sales", LeadRow.StatusOf(States[step]), at, step < 2, step == 2, step == 0 ? null : new RepId("rep-17"),
        step == 0 ? null : step == 1 ? RepActivity.Ringing : RepActivity.Working, at);

    private static byte[] Filled(int bytes)
    {
        var value = new byte[bytes];
        Array.Fill(value, (byte)'x');
        return value;
    }
}
