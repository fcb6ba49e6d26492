using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>What the board reads of open leads. Every store's tests inherit it.</summary>
public abstract class OpenLeadConformance : StoreSuite
{
    private IEngineStore Store => Under.Engine;

    [Fact]
    public async Task Open_leads_page_by_id_and_closed_ones_are_left_out()
    {
        for (var i = 0; i < 25; i++) await Store.PutLeadAsync(Row($"lead-{i * 7 % 25:D2}", Noon, state: i % 5 == 0 ? "won" : "waiting", open: i % 5 != 0));
        var read = new List<OpenLead>();
        for (string? after = null; ;)
        {
            var page = await Store.ReadOpenLeadsAsync(after, 6, None);
            if (page.Count == 0) break;
            page.Count.ShouldBeLessThanOrEqualTo(6);
            read.AddRange(page);
            after = page[^1].LeadId;
        }
        read.Select(lead => lead.LeadId).ShouldBe(Enumerable.Range(0, 25).Where(i => i % 5 != 0).Select(i => $"lead-{i * 7 % 25:D2}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_board_needs_comes_back_as_it_was()
    {
        LeadRow[] rows =
        [
            Row("1", Noon),
            Row("2", Noon, state: "offered", queue: "vip", owner: "bo", offeredTo: "ana"),
            Row("3", Noon, state: "attempting", owner: "ana"),
            Row("4", Noon, state: "callback", owner: "ana") with { Live = new LiveLead("sales", LeadStatus.Callback, Noon.AddTicks(1), false, false, null, null, Noon.AddHours(1).AddTicks(7)) },
        ];
        foreach (var row in rows) await Store.PutLeadAsync(row);
        await Under.ReopenAsync();
        (await Store.ReadOpenLeadsAsync(null, 10, None)).ShouldBe(rows.Select(row => new OpenLead(row.LeadId, row.Live!)));
    }

    [Fact]
    public async Task A_lead_that_moves_on_is_read_as_it_is_now()
    {
        await Store.PutLeadAsync(Row("1", Noon));
        var talking = new LiveLead("sales", LeadStatus.Attempting, Noon, false, true, new RepId("ana"), RepActivity.Talking, Noon.AddSeconds(20));
        await Store.PutLeadAsync(Row("1", Noon, state: "attempting", owner: "ana") with { Live = talking }, expectedVersion: 1);
        (await Store.ReadOpenLeadsAsync(null, 10, None)).ShouldBe([new OpenLead("1", talking)]);
        await Store.PutLeadAsync(Row("1", Noon, state: "lost", owner: "ana", open: false), expectedVersion: 2);
        (await Store.ReadOpenLeadsAsync(null, 10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_given_leads_the_open_ones_are_found()
    {
        await Store.PutLeadAsync(Row("a", Noon));
        await Store.PutLeadAsync(Row("quote\"'", Noon));
        await Store.PutLeadAsync(Row("closed", Noon, state: "won", open: false));
        await Store.PutLeadAsync(Row("other", Noon));
        (await Store.FindOpenLeadsAsync(["quote\"'", "a", "a", "closed", "absent"], None)).Select(lead => lead.LeadId).ShouldBe(["a", "quote\"'"], ignoreOrder: true);
        (await Store.FindOpenLeadsAsync([], None)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.FindOpenLeadsAsync([.. Enumerable.Range(0, 1001).Select(i => $"{i}")], None));
    }

    [Fact]
    public async Task An_open_row_without_what_the_board_needs_or_against_it_is_refused()
    {
        LeadRow[] wrong =
        [
            Row("1", Noon) with { Live = null },
            Row("1", Noon) with { Open = false },
            Row("1", Noon) with { Queue = "vip" },
            Row("1", Noon) with { State = "offered" },
            Row("1", Noon) with { OfferedTo = "ana" },
        ];
        foreach (var row in wrong) await Should.ThrowAsync<ArgumentException>(() => Store.PutLeadAsync(row));
        (await Store.ReadOpenLeadsAsync(null, 10, None)).ShouldBeEmpty();
    }
}
