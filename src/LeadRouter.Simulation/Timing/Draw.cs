namespace LeadRouter.Simulation.Timing;

/// <summary>Seeded draws. Each part of a run has its own stream, so that a draw more in one does not move the others.</summary>
internal sealed class Draw(int seed)
{
    // Neighbouring seeds must not draw alike.
    private readonly Random _random = new(Mix(seed));

    public Draw Fork() => new(_random.Next());

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public double Between(double least, double most) => least + (most - least) * _random.NextDouble();

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int least, int most) => _random.Next(least, most + 1);

    public TimeSpan Seconds(double least, double most) => TimeSpan.FromMilliseconds(Math.Round(Between(least, most) * 1000, 1));

    /// <summary>The pause to the next of events that come at random.</summary>
    public TimeSpan Exponential(double meanSeconds) => TimeSpan.FromMilliseconds(Math.Round(-Math.Log(1 - _random.NextDouble()) * meanSeconds * 1000, 1));

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private static int Mix(int seed)
    {
        var mixed = (ulong)(uint)seed + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(uint)(mixed ^ (mixed >> 31));
    }

    public void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
}
