namespace LeadRouter.Turns.Ports;

/// <summary>Measures nothing.</summary>
public sealed class NoProbe : IEngineProbe
{
    /// <inheritdoc />
    public void TurnDone(string kind, TimeSpan took)
    {
    }

    /// <inheritdoc />
    public void DeadlineFired(TimeSpan lateness)
    {
    }

    /// <inheritdoc />
    public void MessageFailed(string kind)
    {
    }
}
