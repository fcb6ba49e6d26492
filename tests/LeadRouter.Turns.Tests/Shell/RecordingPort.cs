using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Shell;

/// <summary>Notes what a shell does, in order.</summary>
internal sealed class RecordingPort : ITurnPort
{
    private long _sequence;

    public List<string> Seen { get; } = [];

    /// <summary>What a message that is to leave meets.</summary>
    public Exception? FailsToSend { get; set; }

    public DateTimeOffset Now => Centre.Monday;

    public bool IsVolatile(string kind) => false;

    public long NextSequence(long after) => _sequence = Math.Max(_sequence, after) + 1;

    public void SetDeadline(ActorId id, DateTimeOffset? at) => Seen.Add("deadline");

    public void Show(in CommittedTurn turn) => Seen.Add("shown");

    public void Deliver(OutboxKey key, ActorId to, Message message) => Seen.Add(FailsToSend is { } why ? throw why : $"sent {key.Sequence}");

    public void Tell(ActorId to, Message message) => Seen.Add("woken");

    public void Consumed(OutboxKey key) => Seen.Add("consumed");

    public void Defect(ActorId id, Mail mail, Exception defect) => Seen.Add("defect");
}

/// <summary>Notes what it is told.</summary>
internal sealed class RecordingAsker(List<string> seen) : IAsker
{
    public void Answer(object? reply) => seen.Add("answered");

    public void Refuse(Exception why) => seen.Add("refused");
}
