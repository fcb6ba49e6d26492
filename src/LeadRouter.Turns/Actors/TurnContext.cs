using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Desks;

namespace LeadRouter.Turns.Actors;

/// <summary>All that a turn may look at besides its state and its message.</summary>
/// <param name="Now">The present instant, UTC.</param>
/// <param name="Desk">The routing configuration in force.</param>
/// <param name="Calendar">The centre's working time.</param>
/// <param name="Ids">Draws new ids.</param>
public readonly record struct TurnContext(DateTimeOffset Now, Desk Desk, WorkCalendar Calendar, IIdSource Ids);

/// <summary>Draws new ids; a seeded one makes a run reproducible.</summary>
public interface IIdSource
{
    /// <summary>A new id: 32 lower-case hexadecimal digits, rising with time.</summary>
    string NewId(DateTimeOffset now);
}
