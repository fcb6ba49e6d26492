using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers;

/// <summary>When what should go at once has to have gone: nothing has been wrong for a while, and no change of the desk or of a rep is under way.</summary>
internal sealed class Calm(Agenda agenda, ServerClock clock, Machine machine, Roster roster)
{
    /// <summary>After trouble everything has this long.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    public DateTimeOffset Now => agenda.Now;

    /// <summary>Since when nothing has been wrong, the time after trouble not counted; null: something is wrong, or has just been.</summary>
    public DateTimeOffset? Since => machine.FineSince is { } fine && fine + AfterTrouble <= agenda.Now ? fine + AfterTrouble : null;

    /// <summary>Whether it has been calm for so long, with the desk in force everywhere: a queue hears of a new one when it next compares itself with its indexes.</summary>
    public bool Has(TimeSpan lasted) => Since is { } since && agenda.Now - since >= lasted && roster.IsDeskSettled && clock.Now > roster.AgesAlikeFrom;

    /// <summary>Whether nothing of a rep has changed for so long, the account included.</summary>
    public bool IsQuiet(RepHistory rep, TimeSpan lasted) => agenda.Now - rep.ChangedAt >= lasted && roster.IsSettled(rep.Id);

    /// <summary>Does something after a while.</summary>
    public void After(TimeSpan pause, Action what) => agenda.After(pause, what);
}
