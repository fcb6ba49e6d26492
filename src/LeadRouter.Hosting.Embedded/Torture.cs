namespace LeadRouter.Hosting.Embedded;

/// <summary>Seeded unkindness; see <see cref="TortureOptions"/>.</summary>
internal sealed class Torture(TortureOptions options)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(options.Seed);

    /// <summary>Whether an actor is dropped from memory after this turn.</summary>
    public bool Drops()
    {
        lock (_lock)
            return _random.NextDouble() < options.DropRate;
    }
}
