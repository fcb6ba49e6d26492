using Xunit.Abstractions;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>However the news come, a screen ends up with what is stored, and the same news again are told to nobody.</summary>
public sealed class TellingTests(ITestOutputHelper output)
{
    private const int Steps = 250;

    [Fact]
    public async Task Fixed_seeds_end_right()
    {
        for (var seed = 1; seed <= 60; seed++)
            await EndsRightAsync(seed);
    }

    [Fact]
    public async Task New_seeds_end_right()
    {
        for (var i = 0; i < 20; i++)
        {
            var seed = Random.Shared.Next(1_000_000, int.MaxValue);
            output.WriteLine($"seed {seed}");
            await EndsRightAsync(seed);
        }
    }

    private static async Task EndsRightAsync(int seed)
    {
        using var telling = new Telling(seed);
        await telling.RunAsync(Steps);
        telling.Mistakes().ShouldBeEmpty($"seed {seed}");
        (await telling.RepeatAsync()).ShouldBe(0, $"seed {seed}: pushes for what was told before");
    }
}
