using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Server.Platform.Wire;

namespace LeadRouter.Boards.Tests;

public sealed class LeadMapperTests
{
    private static readonly Attempt Ordered = new() { Id = new AttemptId("a"), Number = 1, Rep = new RepId("dana"), RequestedAt = Given.Monday, Ordered = true };

    [Fact]
    public void An_attempt_is_proven_by_the_carriers_word_and_by_nothing_less()
    {
        IsProven(Ordered).ShouldBeFalse("it is only ordered");
        IsProven(Ordered with { EndedAt = Given.Monday, End = AttemptEnd.NotPlaced }).ShouldBeFalse("it was never placed");
        IsProven(Ordered with { Manual = true, InitiatedAt = Given.Monday }).ShouldBeFalse("it rests on a click");
        IsProven(Ordered with { InitiatedAt = Given.Monday }).ShouldBeTrue();
    }

    private static bool IsProven(Attempt attempt) => LeadMapper.ToDto(new Lead
    {
        Id = Given.Lead(1),
        Post = new LeadPost { Source = "site", Queue = "sales" },
        Queue = "sales",
        Attempts = [attempt],
    }).Attempts.Single().Proven;
}
