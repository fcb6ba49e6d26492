namespace LeadRouter.Turns.Ports;

/// <summary>Takes the engine's own measurements. Called on hot paths from many threads.</summary>
public interface IEngineProbe
{
    /// <summary>A turn is over, its write included.</summary>
    void TurnDone(string kind, TimeSpan took);

    /// <summary>A deadline was noticed this long after its instant.</summary>
    void DeadlineFired(TimeSpan lateness);

    /// <summary>A message could not be handled and was left in the outbox: a defect.</summary>
    void MessageFailed(string kind);
}
