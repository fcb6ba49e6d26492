namespace LeadRouter.Simulation.Timing;

/// <summary>
/// Seeded draws. Each part of a run has its own stream, so that a draw more in one does not move the others. The generator is
/// SplitMix64 (G. Steele, D. Lea and C. Flood 2014): that of a seeded <see cref="Random"/> subtracts earlier draws from each
/// other, and lines of waiting leads drawn from it are shorter than they should be, by some tenths of a percent.
/// </summary>
internal sealed class Draw
{
    private ulong _state;

    public Draw(int seed) => _state = (uint)seed;

    private Draw(ulong state) => _state = state;

    public Draw Fork() => new(Next());

    public bool Chance(double probability) => Share() < probability;

    public double Between(double least, double most) => least + (most - least) * Share();

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int least, int most) => least + Below(most - least + 1);

    public TimeSpan Seconds(double least, double most) => TimeSpan.FromMilliseconds(Math.Round(Between(least, most) * 1000, 1));

    /// <summary>The pause to the next of events that come at random.</summary>
    public TimeSpan Exponential(double meanSeconds) => TimeSpan.FromMilliseconds(Math.Round(-Math.Log(1 - Share()) * meanSeconds * 1000, 1));

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Below(256);
    }

    /// <summary>0 or more, less than 1.</summary>
    private double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 or more, less than <paramref name="count"/>.</summary>
    private int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
