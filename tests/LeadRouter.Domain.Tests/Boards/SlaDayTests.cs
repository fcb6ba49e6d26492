using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Tests.Boards;

public sealed class SlaDayTests
{
    [Fact]
    public void What_is_due_follows_the_clock_forward_and_back()
    {
        var target = Given.Sales.Sla.FirstAttemptSeconds;
        var boards = new DayBoards(Given.Calendar);
        foreach (var (lead, seconds) in new[] { ("first", 0), ("second", 10), ("third", 20) })
        {
            var at = Given.After(seconds);
            boards.Apply(new LeadId(lead), new LeadReceived(new LeadId(lead), Given.Post(), 0, SlaClock.Start(at, Given.Sales.Sla, Given.Calendar)) { At = at });
        }

        var sla = boards.Today(Given.Monday).SlaOf("sales")!;
        sla.Due(Given.After(target)).ShouldBe(0);
        sla.Due(Given.After(target + 15)).ShouldBe(2);
        sla.Due(Given.After(target + 5)).ShouldBe(1);

        // Attempted after its target had passed on a clock that then was put back.
        boards.Apply(new LeadId("first"), new AttemptStarted(new AttemptId("a"), Given.Dana, Proven: true, First: true) { At = Given.After(target + 6) });
        (sla.Met, sla.Due(Given.After(target + 5)), sla.Due(Given.After(target + 60))).ShouldBe((0, 1, 3));
    }
}
