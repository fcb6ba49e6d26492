using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// Takes what has been over for days out of the world after a last look, so that weeks need no more memory than days.
/// Nobody asks for it any more: keys are forgotten after 48 hours, and what should still come for it would be noticed,
/// as the actor would not be there.
/// </summary>
internal sealed class Retirement(Agenda agenda, ServerClock clock, Tables tables, Machine machine, Sightings sightings, JournalReader journal)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);
    private static readonly TimeSpan After = TimeSpan.FromDays(3);

    public void Start() => agenda.After(Every, () =>
    {
        machine.Host?.ForgetIdle();
        foreach (var lead in tables.TakeOver(clock.Now - After))
        {
            sightings.Each(checker => checker.Retired(lead));
            journal.Forget(lead.Id);
        }

        Start();
    });
}
