using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Desks;

namespace LeadRouter.Turns.Ports;

/// <summary>The routing configuration in force; may change between two turns, never within one.</summary>
public interface IDeskSource
{
    DeskSnapshot Current { get; }
}

/// <summary>A desk with what is computed from it once.</summary>
public sealed record DeskSnapshot(Desk Desk, WorkCalendar Calendar)
{
    /// <summary>The snapshot of a validated desk.</summary>
    public static DeskSnapshot Of(Desk desk) => new(desk, new WorkCalendar(desk.WorkWeek, TimeZoneInfo.FindSystemTimeZoneById(desk.TimeZone)));
}
