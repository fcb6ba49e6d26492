using System.Collections.Frozen;

namespace LeadRouter.Turns.Views;

/// <summary>An event of the journal as a wallboard takes it.</summary>
/// <param name="Position">Its place in the journal.</param>
/// <param name="Id">The lead, rep or other actor to whom it happened.</param>
/// <param name="Data">A record of Domain; null when no board counts such an event, which are most.</param>
public readonly record struct JournalFact(long Position, ActorId Id, object? Data)
{
    private static readonly FrozenSet<string> Counted = DayBoard.Counted.Select(StoredJson.EventType).ToFrozenSet();

    /// <summary>Reads a stored event. The JSON of those that no board counts stays closed.</summary>
    /// <exception cref="StoredFormatException">Its version is newer than this program.</exception>
    public static JournalFact Of(StoredEvent stored) =>
        new(stored.Position, stored.Id, Counted.Contains(stored.Type) ? StoredJson.ReadEventWithoutPersonal(stored) : null);
}
