namespace LeadRouter.Turns.Views.Reps;

/// <summary>The way from a <see cref="RepScreens"/> to the screens of the reps.</summary>
public interface IScreenPort
{
    /// <summary>
    /// Sends a push to some connections of a rep. What one connection gets it gets in the order of the calls, which come one
    /// at a time for each rep and while the rep's screen is locked: must return at once and must not throw.
    /// </summary>
    void Push(RepId rep, IReadOnlyList<string> connections, RepPush push);
}
