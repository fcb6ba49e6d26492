using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Tests.Sla;

public sealed class SlaClockTests
{
    private static readonly DateTimeOffset Night = Given.At("2026-03-02T03:00:00+02:00");

    [Fact]
    public void Start_LeadOfTheNight_IsDueAfterOpening() => SlaClock.Start(Night, new SlaRules(), Given.Calendar)
        .ShouldBe(new SlaClock(Given.At("2026-03-02T09:00:48+02:00"), Given.At("2026-03-02T09:01:00+02:00")));

    [Fact]
    public void Start_QueueThatGoesByTheWallClock_IsDueAtOnce() => SlaClock.Start(Night, new SlaRules { Clock = SlaTime.Raw }, Given.Calendar)
        .ShouldBe(new SlaClock(Night.AddSeconds(48), Night.AddSeconds(60)));
}
