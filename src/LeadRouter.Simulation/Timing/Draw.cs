namespace LeadRouter.Simulation.Timing;

/// <summary>Seeded draws. Each part of a run has its own stream, so that a draw more in one does not move the others.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public Draw Fork() => new(_random.Next());

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public double Between(double least, double most) => least + (most - least) * _random.NextDouble();

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int least, int most) => _random.Next(least, most + 1);

    public TimeSpan Seconds(double least, double most) => TimeSpan.FromMilliseconds(Math.Round(Between(least, most) * 1000, 1));

    /// <summary>The pause to the next of events that come at random.</summary>
    public TimeSpan Exponential(double meanSeconds) => TimeSpan.FromMilliseconds(Math.Round(-Math.Log(1 - _random.NextDouble()) * meanSeconds * 1000, 1));

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
}
