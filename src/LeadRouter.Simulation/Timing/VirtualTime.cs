namespace LeadRouter.Simulation.Timing;

/// <summary>The agenda's clock for code that takes a <see cref="TimeProvider"/>.</summary>
internal sealed class VirtualTime(Agenda agenda) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => agenda.Now;
}
