using LeadRouter.Domain.Calendars;

namespace LeadRouter.Turns.Views;

/// <summary>The days of the board as counted up to a position of the journal: each event once, however often its page comes. Not safe for many threads.</summary>
public sealed class DayCount(WorkCalendar calendar)
{
    /// <summary>The boards by the calendar that it counts by.</summary>
    public DayBoards Boards { get; } = new(calendar);

    /// <summary>Everything up to here is counted.</summary>
    public long Position { get; private set; }

    /// <summary>Counts what comes after <see cref="Position"/>.</summary>
    /// <param name="facts">In the order of their positions.</param>
    public void Take(IReadOnlyList<JournalFact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Position <= Position)
                continue;
            Count(fact);
            Position = fact.Position;
        }
    }

    /// <summary>What lies before is of no concern: it happened before the days about now.</summary>
    public void PassTo(long position) => Position = Math.Max(Position, position);

    private void Count(JournalFact fact)
    {
        switch (fact.Data)
        {
            case LeadEvent ofLead:
                Boards.Apply(new LeadId(fact.Id.Key), ofLead);
                break;
            case RepEvent ofRep:
                Boards.Apply(new RepId(fact.Id.Key), ofRep);
                break;
        }
    }
}
