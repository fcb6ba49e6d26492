using LeadRouter.Server.Features.Leads;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Boards.Tests;

public sealed class LeadPagesTests
{
    private static readonly LeadQuery Three = new() { Limit = 3 };

    [Fact]
    public async Task A_lead_that_moves_while_the_page_is_read_does_not_end_the_list()
    {
        var memory = new MemoryStore();
        for (var i = 1; i <= 5; i++)
            await memory.CommitAsync(Given.Receive(i, Given.Monday.AddSeconds(i)), default);

        var first = await LeadPages.ReadAsync(memory, Three, lead => lead.Id != Given.Lead(4), default);

        first.Leads.Select(lead => lead.LeadId).ShouldBe([Given.Lead(5).Value, Given.Lead(3).Value]);
        var rest = await LeadPages.ReadAsync(memory, Three with { Before = LeadCursor.Parse(first.Next) }, _ => true, default);
        rest.Leads.Select(lead => lead.LeadId).ShouldBe([Given.Lead(2).Value, Given.Lead(1).Value]);
        rest.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_costs_two_reads_however_long_it_is()
    {
        var memory = new MemoryStore();
        for (var i = 1; i <= 50; i++)
            await memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        var (store, watch) = WatchedStore.Of(memory);

        (await LeadPages.ReadAsync(store, new LeadQuery { Limit = 50 }, _ => true, default)).Leads.Count.ShouldBe(50);

        (watch[nameof(IEngineStore.FindLeadsAsync)], watch[nameof(IEngineStore.LoadManyAsync)], watch[nameof(IEngineStore.LoadAsync)]).ShouldBe((1, 1, 0));
    }
}
