using System.Globalization;

namespace LeadRouter.Domain.Calendars;

/// <summary>Answers questions about a centre's working time. Safe to ask from many threads; build one per desk.</summary>
public sealed class WorkCalendar
{
    private const int DaysAhead = 400;

    private readonly TimeZoneInfo _zone;
    private readonly (int From, int To)?[] _hours = new (int, int)?[7];
    private readonly HashSet<DateOnly> _holidays;
    /// <summary>The working day that was asked for last: most questions are about today, and the zone's rules are slow to ask.</summary>
    private WorkingDay? _lastAsked;

    /// <summary>Builds the calendar of a validated work week.</summary>
    public WorkCalendar(WorkWeek week, TimeZoneInfo zone)
    {
        _zone = zone;
        for (var day = 0; day < 7; day++)
        {
            if (week.Days.TryGetValue(WorkWeek.DayNames[day], out var hours)
                && WorkHours.Minutes(hours.From) is { } from && WorkHours.Minutes(hours.To) is { } to && from < to)
                _hours[day] = (from, to);
        }

        _holidays = [.. week.Holidays.Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }

    /// <summary>The centre's date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The instant at which a date begins.</summary>
    public DateTimeOffset StartOf(DateOnly date) => Instant(date, 0);

    /// <summary>The instant at which the date of <paramref name="instant"/> is over.</summary>
    public DateTimeOffset DayEndsAt(DateTimeOffset instant) => StartOf(DateAt(instant).AddDays(1));

    /// <summary>The first working day after the date of <paramref name="instant"/>, at <paramref name="minutes"/> after midnight. A week without working hours gives simply the next day.</summary>
    public DateTimeOffset NextWorkingDay(DateTimeOffset instant, int minutes)
    {
        var today = DateAt(instant);
        for (var ahead = 1; ahead <= DaysAhead; ahead++)
        {
            if (IsWorkingDay(today.AddDays(ahead)))
                return Instant(today.AddDays(ahead), minutes);
        }

        return Instant(today.AddDays(1), minutes);
    }

    /// <summary>The instant at which so much working time has gone by since <paramref name="from"/>; by the wall clock when the week, or the next 400 days, have too little of it.</summary>
    public DateTimeOffset AfterWorkingTime(DateTimeOffset from, TimeSpan working)
    {
        var (left, first) = (working, DateAt(from));
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            if (!IsWorkingDay(first.AddDays(ahead)))
                continue;
            var day = WorkingDayOf(first.AddDays(ahead));
            var start = Later(from, day.Opens);
            if (start + left <= day.Closes)
                return start + left;
            if (start < day.Closes)
                left -= day.Closes - start;
        }

        return from + working;
    }

    /// <summary>How much of [from, to] is working time; zero when <paramref name="to"/> is not later.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        if (from >= to)
            return total;
        var last = DateAt(to);
        for (var date = DateAt(from); date <= last; date = date.AddDays(1))
        {
            if (!IsWorkingDay(date))
                continue;
            var day = WorkingDayOf(date);
            var start = Later(from, day.Opens);
            var end = Earlier(to, day.Closes);
            if (start < end)
                total += end - start;
        }

        return total;
    }

    private bool IsWorkingDay(DateOnly date) => _hours[(int)date.DayOfWeek] is not null && !_holidays.Contains(date);

    private WorkingDay WorkingDayOf(DateOnly date)
    {
        var known = _lastAsked;
        if (known?.Date == date)
            return known;
        var (opens, closes) = _hours[(int)date.DayOfWeek]!.Value;
        return _lastAsked = new WorkingDay(date, Instant(date, opens), Instant(date, closes));
    }

    private DateTimeOffset Instant(DateOnly date, int minutes)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        // A local time that the spring change skips is read as if the clock had not been moved yet.
        if (_zone.IsInvalidTime(local))
            local = local.AddHours(1);
        // One that the autumn change repeats is the first of the two: where that is midnight, the day has begun by then.
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private sealed record WorkingDay(DateOnly Date, DateTimeOffset Opens, DateTimeOffset Closes);
}
