using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Tests.Queues;

/// <summary>A queue that is put right by its indexes must come to know what one that is built from them knows, whatever it had missed.</summary>
public sealed class RebuildTests
{
    private const string Queue = "sales";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly QueueActor _actor = new();
    private readonly SortedDictionary<string, WaitingLead> _waiting = [];
    private readonly SortedDictionary<string, RepStatus> _reps = [];
    private object? _state;
    private DateTimeOffset _now = Start;
    private long _sequence;
    private Desk _desk = DefaultDesk.Create();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_was_missed_is_made_up_for(int seed)
    {
        var random = new Random(seed);
        _state = Rebuild(null);
        for (var round = 0; round < 60; round++)
        {
            for (var change = random.Next(1, 25); change > 0; change--)
            {
                // Half of the messages are lost.
                var message = random.Next(2) == 0 ? ChangeLead(random) : ChangeRep(random);
                if (random.Next(2) == 0)
                    _state = Receive(_state, message).State;
            }

            if (random.Next(10) == 0)
                _desk = _desk with { Queues = [_desk.Queues[0] with { AgeingSecondsPerPoint = random.Next(1, 60) }] };
            // Matches under way are over by then.
            _now += QueueBook.MatchTimeout + TimeSpan.FromSeconds(1);
            _state = Rebuild(_state);
            Matches(Receive(_state, new Wake())).ShouldBe(Matches(Receive(Rebuild(null), new Wake())), $"round {round}");
        }
    }

    [Fact]
    public void What_has_not_changed_is_not_read_again()
    {
        var random = new Random(1);
        for (var i = 0; i < 50; i++)
            ChangeLead(random);
        var entries = Entries();
        _state = _actor.Rebuild(Queue, null, entries, Context());
        var before = GC.GetAllocatedBytesForCurrentThread();
        _actor.Rebuild(Queue, null, entries, Context());
        var anew = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        _actor.Rebuild(Queue, _state, entries, Context());
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(anew / 4);
    }

    private Message ChangeLead(Random random)
    {
        var id = new LeadId($"lead-{random.Next(40):00}");
        if (_waiting.Remove(id.Value))
            return new LeadLeft(id, ++_sequence);
        var sequence = ++_sequence;
        var lead = new WaitingLead
        {
            Id = id,
            Sequence = sequence,
            QueuedSequence = sequence,
            Priority = random.Next(3) * 10,
            DueSince = _now.AddSeconds(-random.Next(600)),
            Language = random.Next(4) == 0 ? "he" : null,
            Preferred = random.Next(5) == 0 ? new Preference(new RepId($"rep-{random.Next(6)}"), _now.AddSeconds(random.Next(20))) : null,
            Passes = random.Next(5) == 0 ? [new Pass(new RepId($"rep-{random.Next(6)}"), _now.AddSeconds(random.Next(20)))] : [],
        };
        _waiting[id.Value] = lead;
        return new LeadWaits(lead);
    }

    private RepSeen ChangeRep(Random random)
    {
        var rep = new RepStatus
        {
            Id = new RepId($"rep-{random.Next(6)}"),
            Sequence = ++_sequence,
            Presence = random.Next(4) == 0 ? Presence.Break : Presence.Available,
            Connected = true,
            Free = random.Next(3),
            IdleSince = _now.AddSeconds(-random.Next(60)),
            Languages = random.Next(2) == 0 ? ["he"] : ["en"],
        };
        var member = random.Next(6) > 0;
        if (member)
            _reps[rep.Id.Value] = rep;
        else
            _reps.Remove(rep.Id.Value);
        return new RepSeen(rep, member);
    }

    private object? Rebuild(object? former) => _actor.Rebuild(Queue, former, Entries(), Context());

    private Dictionary<string, IReadOnlyList<IndexEntry>> Entries() => new()
    {
        [QueueIndexes.Waiting(Queue)] = [.. _waiting.Select(lead => new IndexEntry(lead.Key, StoredJson.Write(lead.Value)))],
        [QueueIndexes.Reps(Queue)] = [.. _reps.Select(rep => new IndexEntry(rep.Key, StoredJson.Write(rep.Value)))],
    };

    private Turn Receive(object? state, Message message) => _actor.Receive(new ActorId(ActorKinds.Queue, Queue), state, message, Context());

    private TurnContext Context() => new(_now, _desk, DeskSnapshot.Of(_desk).Calendar, new RandomIdSource());

    private static string[] Matches(Turn turn) => [.. turn.Outbox.Select(outgoing => (ReserveFor)outgoing.Body)
        .Select(reserve => $"{reserve.LeadId} rings at {reserve.Decision.RepId} by {reserve.Decision.Rule} among {string.Join(' ', reserve.Decision.Eligible)}")];
}
