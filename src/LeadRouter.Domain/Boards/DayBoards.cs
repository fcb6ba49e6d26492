namespace LeadRouter.Domain.Boards;

/// <summary>
/// The boards of the days about now. An event is counted on its own day whatever the clock shows by then, so that a clock
/// that is put back over midnight finds the day as it was left. Not safe for many threads.
/// </summary>
public sealed class DayBoards(WorkCalendar calendar)
{
    private const int MostDays = 3;

    private readonly Dictionary<DateOnly, DayBoard> _days = [];
    private DayBoard? _latest;

    /// <summary>The earliest event that a replay of the journal has to bring at <paramref name="now"/>.</summary>
    public DateTimeOffset ReplayFrom(DateTimeOffset now) => calendar.StartOf(calendar.DateAt(now - ClockSteps.MostBack));

    /// <summary>The board of the day that it is at <paramref name="now"/>.</summary>
    public DayBoard Today(DateTimeOffset now) => Of(now);

    /// <summary>Counts an event of a lead.</summary>
    public void Apply(LeadId lead, LeadEvent happened) => Of(happened.At).Apply(lead, happened);

    /// <summary>Counts an event of a rep.</summary>
    public void Apply(RepId rep, RepEvent happened) => Of(happened.At).Apply(rep, happened);

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
