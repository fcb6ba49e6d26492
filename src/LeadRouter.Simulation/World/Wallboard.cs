using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Simulation.Hosting;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.World;

/// <summary>The wallboard of one life of the process, fed as the server feeds it: by a replay of the journal, then by committed turns.</summary>
internal sealed class Wallboard(Journal journal, ServerClock clock, Flaw flaw)
{
    private DayBoards? _days;

    public LiveBoard Live { get; } = new();

    public DayBoard Day => _days!.Today(clock.Now);

    /// <summary>Folds the day so far by a calendar: at the start, and when the desk gets another one.</summary>
    public void Fold(WorkCalendar calendar)
    {
        var days = new DayBoards(calendar);
        if (flaw != Flaw.ForgetsTheDay)
        {
            foreach (var entry in journal.Since(days.ReplayFrom(clock.Now), onlyCounted: true))
                Replay(days, entry);
        }

        _days = days;
    }

    public void Committed(CommittedTurn turn)
    {
        if (Journal.SequenceOf(turn.After) is not { } last)
            return;
        for (var i = 0; i < turn.Events.Count; i++)
            Count(new JournalEntry(turn.Id, last - turn.Events.Count + i + 1, turn.Events[i]));
    }

    private void Count(JournalEntry entry)
    {
        if (entry.Data is LeadEvent ofLead)
            _days!.Apply(new LeadId(entry.Id.Key), entry.Sequence, ofLead);
        else
            _days!.Apply(new RepId(entry.Id.Key), entry.Sequence, (RepEvent)entry.Data);
    }

    private static void Replay(DayBoards days, JournalEntry entry)
    {
        if (entry.Data is LeadEvent ofLead)
            days.Replay(new LeadId(entry.Id.Key), entry.Sequence, ofLead);
        else
            days.Replay(new RepId(entry.Id.Key), entry.Sequence, (RepEvent)entry.Data);
    }
}
