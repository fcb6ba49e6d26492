using LeadRouter.Turns.Actors;

namespace LeadRouter.Hosting.Embedded;

/// <summary>Seeded unkindness; see <see cref="TortureOptions"/>.</summary>
internal sealed class Torture(TortureOptions options)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(options.Seed);

    /// <summary>Sends the state through JSON and now and then out of memory.</summary>
    public void Treat(Activation activation)
    {
        lock (_lock)
        {
            if (_random.NextDouble() < options.DropRate)
            {
                activation.Drop();
                return;
            }
        }

        if (activation is { State: { } state, Actor: { IsVolatile: false } actor })
            activation.State = actor.Restore(actor.Store(state));
    }
}
