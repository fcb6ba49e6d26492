using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Queues;

/// <summary>A queue's book with reps and leads by short names, and the time under the test's control.</summary>
internal sealed class Queue(QueueRules? rules = null)
{
    private readonly Dictionary<string, long> _sequences = [];

    public QueueBook Book { get; } = new();

    public QueueRules Rules { get; } = rules ?? Given.Sales;

    public DateTimeOffset Now { get; set; } = Given.Monday;

    public static RepStatus Rep(string id, double idleSeconds = 0, int free = 1) => new()
    {
        Id = new RepId(id),
        Sequence = 1,
        Presence = Presence.Available,
        Connected = true,
        Free = free,
        IdleSince = Given.After(-idleSeconds),
    };

    public static WaitingLead Lead(string id, double waitedSeconds = 0) => new() { Id = new LeadId(id), Sequence = 1, DueSince = Given.After(-waitedSeconds) };

    /// <summary>Takes a rep's word as newer than all before.</summary>
    public Queue Sees(RepStatus rep, bool member = true)
    {
        Book.Update(rep with { Sequence = Next(rep.Id.Value) }, member);
        return this;
    }

    /// <summary>Takes a lead's word as newer than all before.</summary>
    public Queue Waits(WaitingLead lead)
    {
        Book.Wait(lead with { Sequence = Next(lead.Id.Value) }, Rules.AgeingSecondsPerPoint);
        return this;
    }

    public Queue Leaves(string lead)
    {
        Book.Leave(new LeadId(lead), Next(lead));
        return this;
    }

    public Queue Refuses(string lead, string rep)
    {
        Book.Refuse(new LeadId(lead), new RepId(rep));
        return this;
    }

    public Queue After(double seconds)
    {
        Now = Now.AddSeconds(seconds);
        return this;
    }

    public IReadOnlyList<Match> Match() => Book.MatchAll(Rules, Now);

    /// <summary>What is matched now, as <c>lead>rep</c>.</summary>
    public string Matched() => string.Join(' ', Match().Select(match => $"{match.Lead}>{match.Decision.RepId}"));

    public static Preference Prefers(string rep, double seconds, bool strict = false) => new(new RepId(rep), Given.After(seconds), strict);

    private long Next(string id) => _sequences[id] = _sequences.GetValueOrDefault(id) + 1;
}
