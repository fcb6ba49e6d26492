using System.Globalization;

namespace LeadRouter.Domain.Calendars;

/// <summary>Working hours per weekday in the centre's time zone.</summary>
public sealed record WorkWeek
{
    /// <summary>Hours by day: <c>sun mon tue wed thu fri sat</c>; a day that is missing is free. Times are <c>HH:mm</c>, <c>24:00</c> is the day's end.</summary>
    public IReadOnlyDictionary<string, WorkHours> Days { get; init; } = DefaultDays;
    /// <summary>Free days, <c>yyyy-MM-dd</c>; at most 400.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>Sunday to Thursday 9:00-19:00, Friday 9:00-13:00.</summary>
    public static IReadOnlyDictionary<string, WorkHours> DefaultDays { get; } = new Dictionary<string, WorkHours>
    {
        ["sun"] = new("09:00", "19:00"),
        ["mon"] = new("09:00", "19:00"),
        ["tue"] = new("09:00", "19:00"),
        ["wed"] = new("09:00", "19:00"),
        ["thu"] = new("09:00", "19:00"),
        ["fri"] = new("09:00", "13:00"),
    };

    /// <summary>The keys of <see cref="Days"/>, Sunday first.</summary>
    public static IReadOnlyList<string> DayNames { get; } = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
}

/// <summary>From and to of a working day.</summary>
public sealed record WorkHours(string From, string To)
{
    /// <summary>Minutes since midnight of a <c>HH:mm</c> text, or null when it is none (00:00 to 24:00).</summary>
    public static int? Minutes(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 2 || parts[0].Length is < 1 or > 2 || parts[1].Length != 2)
            return null;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            return null;
        var total = hours * 60 + minutes;
        return minutes < 60 && total <= 24 * 60 ? total : null;
    }
}
