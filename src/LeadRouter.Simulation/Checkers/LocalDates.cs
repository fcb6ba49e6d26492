namespace LeadRouter.Simulation.Checkers;

/// <summary>The date that a zone's clocks show. It changes on a quarter of an hour only, as all offsets of our time are multiples of one.</summary>
internal sealed class LocalDates(TimeZoneInfo zone)
{
    private readonly Dictionary<long, DateOnly> _byQuarter = [];

    public DateOnly Of(DateTimeOffset instant)
    {
        var quarter = instant.UtcTicks / (15 * TimeSpan.TicksPerMinute);
        if (!_byQuarter.TryGetValue(quarter, out var date))
            _byQuarter.Add(quarter, date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
        return date;
    }
}
