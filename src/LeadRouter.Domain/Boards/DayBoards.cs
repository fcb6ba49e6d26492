using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Boards;

/// <summary>
/// The boards of the days about now. An event is counted on its own day whatever the clock shows by then, so that a clock
/// that is put back over midnight finds the day as it was left. What a replay has brought is not counted again when its
/// turn is reported afterwards. Not safe for many threads.
/// </summary>
public sealed class DayBoards(WorkCalendar calendar)
{
    /// <summary>A clock is taken to be put back by no more than this: a day is replayed if it has ended since.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(15);

    private const int MostDays = 3;

    private readonly Dictionary<DateOnly, DayBoard> _days = [];
    /// <summary>The last event that was counted of each; those that no board counts need no note.</summary>
    private readonly Dictionary<LeadId, long> _replayedLeads = [];
    private readonly Dictionary<RepId, long> _replayedReps = [];
    private DayBoard? _latest;

    /// <summary>The earliest event that a replay of the journal has to bring at <paramref name="now"/>.</summary>
    public DateTimeOffset ReplayFrom(DateTimeOffset now) => calendar.StartOf(calendar.DateAt(now - ClockSlack));

    /// <summary>The board of the day that it is at <paramref name="now"/>.</summary>
    public DayBoard Today(DateTimeOffset now) => Of(now);

    /// <summary>Counts an event of a lead from the journal.</summary>
    /// <param name="sequence">Its number among the lead's events.</param>
    public void Replay(LeadId lead, long sequence, LeadEvent happened)
    {
        if (Of(happened.At).Apply(lead, happened))
            _replayedLeads[lead] = sequence;
    }

    /// <summary>Counts an event of a rep from the journal.</summary>
    /// <param name="sequence">Its number among the rep's events.</param>
    public void Replay(RepId rep, long sequence, RepEvent happened)
    {
        if (Of(happened.At).Apply(rep, happened))
            _replayedReps[rep] = sequence;
    }

    /// <summary>Counts an event of a lead that has just become durable.</summary>
    /// <param name="sequence">Its number among the lead's events.</param>
    public void Apply(LeadId lead, long sequence, LeadEvent happened)
    {
        if (sequence > _replayedLeads.GetValueOrDefault(lead))
            Of(happened.At).Apply(lead, happened);
    }

    /// <summary>Counts an event of a rep that has just become durable.</summary>
    /// <param name="sequence">Its number among the rep's events.</param>
    public void Apply(RepId rep, long sequence, RepEvent happened)
    {
        if (sequence > _replayedReps.GetValueOrDefault(rep))
            Of(happened.At).Apply(rep, happened);
    }

    private DayBoard Of(DateTimeOffset instant)
    {
        if (_latest?.Covers(instant) != true)
            _latest = Of(calendar.DateAt(instant));
        return _latest;
    }

    private DayBoard Of(DateOnly date)
    {
        if (_days.TryGetValue(date, out var known))
            return known;
        if (_days.Count == MostDays)
            _days.Remove(_days.Keys.MaxBy(day => Math.Abs(day.DayNumber - date.DayNumber)));
        var board = new DayBoard(date, calendar);
        _days.Add(date, board);
        return board;
    }
}
