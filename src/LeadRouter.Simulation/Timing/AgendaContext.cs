namespace LeadRouter.Simulation.Timing;

/// <summary>Puts the continuations of asynchronous code on the agenda, so that everything stays on one thread and in one order.</summary>
internal sealed class AgendaContext(Agenda agenda) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => agenda.AtOnce(d, state);

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
