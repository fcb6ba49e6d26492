namespace LeadRouter.Demo;

/// <summary>How a made-up rep works, drawn once.</summary>
internal sealed record DemoMood(double PickUpSeconds, double WrapUpSeconds, double MissRate, double DeclineRate, double WinRate, double ShiftMinutes, double BreakMinutes)
{
    internal static DemoMood Draw(Random random) => new(
        PickUpSeconds: 1 + 4 * random.NextDouble(),
        WrapUpSeconds: 3 + 9 * random.NextDouble(),
        MissRate: 0.02 + 0.05 * random.NextDouble(),
        DeclineRate: 0.03 * random.NextDouble(),
        WinRate: 0.15 + 0.25 * random.NextDouble(),
        ShiftMinutes: 6 + 10 * random.NextDouble(),
        BreakMinutes: 0.5 + 1.5 * random.NextDouble());
}
