using LeadRouter.Simulation.Replay;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class ReadyTimeTests
{
    private const double Never = double.PositiveInfinity;

    /// <summary>The example of the field: months to the retraction of a breast after radiotherapy, seen at visits (D. M. Finkelstein and R. A. Wolfe 1985).</summary>
    private static readonly (double, double)[] Retractions =
    [
        (45, Never), (6, 10), (0, 7), (46, Never), (46, Never), (7, 16), (17, Never), (7, 14), (37, 44), (0, 8), (4, 11), (15, Never), (11, 15), (22, Never),
        (46, Never), (46, Never), (25, 37), (46, Never), (26, 40), (46, Never), (27, 34), (36, 44), (46, Never), (36, 48), (37, Never), (40, Never), (17, 25),
        (46, Never), (11, 18), (38, Never), (5, 12), (37, Never), (0, 5), (18, Never), (24, Never), (36, Never), (5, 11), (19, 35), (17, 25), (24, Never),
        (32, Never), (33, Never), (19, 26), (37, Never), (34, Never), (36, Never),
    ];

    /// <summary>0.0463, 0.0334, 0.0887, 0.0708, 0.0926, 0.0818 and 0.1209 up to these months, one after the other.</summary>
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 0.0463)]
    [InlineData(7, 0.0797)]
    [InlineData(8, 0.1684)]
    [InlineData(12, 0.2392)]
    [InlineData(25, 0.3318)]
    [InlineData(34, 0.4136)]
    [InlineData(40, 0.5345)]
    public void Within_IsThatOfTheTextbook(double months, double share) => new ReadyTime(Retractions).Within(months).ShouldBe(share, 0.002);

    [Fact]
    public void Between_StaysBetweenAndIsAsOftenShortAsTheOthersSay()
    {
        // Half are known to be ready after 5 s, half after 100 s; of who is asked about nothing is known but that it was by 200 s.
        var ready = new ReadyTime([.. Enumerable.Repeat((4.0, 5.0), 50), .. Enumerable.Repeat((99.0, 100.0), 50)]);
        var draw = new Draw(1);
        var drawn = Enumerable.Range(0, 10_000).Select(_ => ready.Between(0, 200, draw)).ToList();

        // Four standard errors are 0.02.
        ((double)drawn.Count(seconds => seconds <= 5) / drawn.Count).ShouldBe(0.5, 0.02);
        drawn.ShouldAllBe(seconds => (seconds >= 4 && seconds <= 5) || (seconds >= 90 && seconds <= 110));
        Enumerable.Range(0, 1000).Select(_ => ready.Between(30, 200, draw)).ShouldAllBe(seconds => seconds >= 90 && seconds <= 110);
    }

    [Fact]
    public void Between_WhereNobodyEverWas_IsTheLatest() => new ReadyTime([(4, 5)]).Between(30, 60, new Draw(1)).ShouldBe(60, 1e-3);

    [Fact]
    public void Between_WhenNothingIsKnown_IsAnyTime() => new ReadyTime([]).Between(3, 60, new Draw(1)).ShouldBeInRange(3, 60);
}
