using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Engine.Actors;

namespace LeadRouter.Simulation.Hosting;

/// <summary>The journal on the disk: the events of leads and reps in commit order. Those of days long gone are left out of memory.</summary>
internal sealed class Journal
{
    private const int TrimAt = 50_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);
    /// <summary>The server's clock is never put back by more; so far the journal may be out of order.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(30);
    private List<JournalEntry> _events = [];
    private int _trimAt = TrimAt;

    public void Append(ActorId id, Turn turn)
    {
        if (SequenceOf(turn.State) is not { } last)
            return;
        for (var i = 0; i < turn.Events.Count; i++)
            _events.Add(new JournalEntry(id, last - turn.Events.Count + i + 1, turn.Events[i]));
        if (_events.Count < _trimAt)
            return;
        _events = [.. Since(_events[^1].Happening.At - Kept)];
        _trimAt = _events.Count + TrimAt;
    }

    /// <summary>The events at or after an instant, in commit order.</summary>
    public IEnumerable<JournalEntry> Since(DateTimeOffset instant)
    {
        var first = _events.Count;
        while (first > 0 && _events[first - 1].Happening.At >= instant - Disorder)
            first--;
        for (var i = first; i < _events.Count; i++)
        {
            if (_events[i].Happening.At >= instant)
                yield return _events[i];
        }
    }

    /// <summary>The number of events of a lead or a rep; null for all else.</summary>
    public static long? SequenceOf(object? state) => state switch
    {
        Lead lead => lead.Sequence,
        Rep rep => rep.Sequence,
        _ => null,
    };
}

/// <summary>An event in the journal.</summary>
/// <param name="Sequence">Its number among its actor's events.</param>
internal readonly record struct JournalEntry(ActorId Id, long Sequence, Happening Happening);
