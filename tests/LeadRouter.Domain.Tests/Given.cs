using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Queues.Policies;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests;

/// <summary>What most tests start from: a Monday morning in Israel and the desk that ships.</summary>
internal static class Given
{
    public static readonly RepId Dana = new("dana");
    public static readonly RepId Noam = new("noam");
    public static readonly RepId Ruth = new("ruth");

    /// <summary>Monday 2026-03-02 10:00 in Israel.</summary>
    public static DateTimeOffset Monday { get; } = At("2026-03-02T10:00:00+02:00");

    public static Desk Desk { get; } = DefaultDesk.Create();

    public static QueueRules Sales => Desk.Queues[0];

    public static WorkCalendar Calendar { get; } = CalendarOf(Desk);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    public static DateTimeOffset After(double seconds) => Monday.AddSeconds(seconds);

    public static DateTimeOffset DayEnd(DateTimeOffset now) => Calendar.DayEndsAt(now);

    public static WorkCalendar CalendarOf(Desk desk) => new(desk.WorkWeek, TimeZoneInfo.FindSystemTimeZoneById(desk.TimeZone));

    public static Desk With(Func<QueueRules, QueueRules> change) => Desk with { Queues = [change(Sales)] };

    public static LeadPost Post(string? phone = "+972521234567") => new()
    {
        Name = "Yael",
        Phone = phone is null ? null : Phone.Of(phone),
        Email = phone is null ? "yael@example.com" : null,
        Source = "site",
        Queue = "sales",
    };

    public static RoutingDecision Decision(RepId rep, long leadSequence = long.MaxValue) =>
        new(Monday, rep, LongestIdlePolicy.Key, [rep], [], 0) { LeadSequence = leadSequence };

    public static RepProfile Profile(int capacity = 1) => new() { Name = "Dana", Queues = ["sales"], Capacity = capacity };
}
