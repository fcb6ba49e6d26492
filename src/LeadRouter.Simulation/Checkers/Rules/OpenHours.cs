using LeadRouter.Domain.Calendars;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>
/// When a centre is open, found by asking the zone's clock minute after minute and not by any arithmetic of days. What the
/// product's calendar says has to agree.
/// </summary>
internal sealed class OpenHours
{
    /// <summary>All offsets of our time are multiples of it.</summary>
    private const int Quarter = 15;
    private const int MostDays = 400;
    private readonly TimeZoneInfo _zone;
    private readonly HashSet<DateOnly> _holidays;
    private readonly (int From, int To)?[] _week;
    private readonly TimeSpan _step;
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _open = [];
    private DateTimeOffset _scannedFrom;
    private DateTimeOffset _scannedTo;

    public OpenHours(Desk desk)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(desk.TimeZone);
        _holidays = [.. desk.WorkWeek.Holidays.Select(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))];
        _week = [.. WorkWeek.DayNames.Select(day => desk.WorkWeek.Days.TryGetValue(day, out var hours) ? ((int, int)?)(Minute(hours.From), Minute(hours.To)) : null)];
        var minutes = _week.Where(day => day is not null).SelectMany(day => (int[])[day!.Value.From, day.Value.To]);
        _step = TimeSpan.FromMinutes(minutes.Aggregate(Quarter, (a, b) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(a, b)));
    }

    /// <summary>When so much open time has gone by since an instant; on the wall clock if there is never enough.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working)
    {
        ScanFrom(from);
        var left = working;
        for (var i = 0; ; i++)
        {
            while (i >= _open.Count || _scannedTo <= _open[i].To)
            {
                if (_scannedTo - from > TimeSpan.FromDays(MostDays))
                    return from + working;
                ScanOn();
            }

            var begin = _open[i].From > from ? _open[i].From : from;
            if (begin + left <= _open[i].To)
                return begin + left;
            if (begin < _open[i].To)
                left -= _open[i].To - begin;
        }
    }

    /// <summary>How much of a time is open.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        ScanFrom(from);
        while (_scannedTo < to)
            ScanOn();
        var total = TimeSpan.Zero;
        for (var i = _open.Count - 1; i >= 0 && _open[i].To > from; i--)
        {
            var begin = _open[i].From > from ? _open[i].From : from;
            var end = _open[i].To < to ? _open[i].To : to;
            if (begin < end)
                total += end - begin;
        }

        return total;
    }

    /// <summary>Whether an instant is at that minute of the first working day after another's date.</summary>
    public bool IsNextWorkingDay(DateTimeOffset instant, DateTimeOffset after, int minute)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, _zone).DateTime).AddDays(1);
        for (var looked = 0; looked < MostDays && !IsWorkingDay(date); looked++)
            date = date.AddDays(1);
        var shown = TimeZoneInfo.ConvertTime(instant, _zone).DateTime;
        return shown == date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
    }

    private bool IsWorkingDay(DateOnly date) => _week[(int)date.DayOfWeek] is not null && !_holidays.Contains(date);

    /// <summary>The first look begins a day before: what is asked next may lie before what was asked first.</summary>
    private void ScanFrom(DateTimeOffset from)
    {
        if (_scannedTo == default || from < _scannedFrom)
        {
            _open.Clear();
            _scannedFrom = _scannedTo = new DateTimeOffset(from.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        }
    }

    private void ScanOn()
    {
        for (var day = _scannedTo + TimeSpan.FromDays(1); _scannedTo < day; _scannedTo += _step)
        {
            var shown = TimeZoneInfo.ConvertTime(_scannedTo, _zone).DateTime;
            var date = DateOnly.FromDateTime(shown);
            var minute = shown.Hour * 60 + shown.Minute;
            if (!IsWorkingDay(date) || _week[(int)date.DayOfWeek] is not { } hours || minute < hours.From || minute >= hours.To)
                continue;
            if (_open.Count > 0 && _open[^1].To == _scannedTo)
                _open[^1] = (_open[^1].From, _scannedTo + _step);
            else
                _open.Add((_scannedTo, _scannedTo + _step));
        }
    }

    private static int Minute(string time) => int.Parse(time[..2], System.Globalization.CultureInfo.InvariantCulture) * 60 + int.Parse(time[3..], System.Globalization.CultureInfo.InvariantCulture);
}
