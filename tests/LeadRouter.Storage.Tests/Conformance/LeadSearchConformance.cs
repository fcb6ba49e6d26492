using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>The search for leads. Every store's tests inherit it.</summary>
public abstract class LeadSearchConformance : StoreSuite
{
    private IEngineStore Store => Under.Engine;

    private Task<IReadOnlyList<string>> Find(LeadQuery query) => Store.FindLeadsAsync(query, None);

    [Fact]
    public async Task Leads_come_newest_first_and_page_through_ties()
    {
        var leads = Enumerable.Range(0, 23).Select(i => Row($"lead-{i * 7 % 23:D2}", Noon.AddSeconds(i / 4))).ToList();
        foreach (var lead in leads) await Store.PutLeadAsync(lead);
        var expected = leads.OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.LeadId, StringComparer.Ordinal).ToList();

        var read = new List<string>();
        for (var query = new LeadQuery { Limit = 5 }; ;)
        {
            var page = await Find(query);
            if (page.Count == 0) break;
            page.Count.ShouldBeLessThanOrEqualTo(5);
            read.AddRange(page);
            query = query with { Before = (expected.Single(l => l.LeadId == page[^1]).ReceivedAt, page[^1]) };
        }
        read.ShouldBe(expected.Select(l => l.LeadId));
    }

    [Fact]
    public async Task Each_field_restricts_and_all_together()
    {
        await Store.PutLeadAsync(Row("1", Noon.AddTicks(1), state: "owned", owner: "ana", source: "web", campaign: "spring"));
        await Store.PutLeadAsync(Row("2", Noon.AddTicks(2), state: "offered", offeredTo: "ana", source: "web"));
        await Store.PutLeadAsync(Row("3", Noon.AddTicks(3), state: "owned", queue: "vip", owner: "bo", offeredTo: "ana", source: "fair"));
        await Store.PutLeadAsync(Row("4", Noon.AddTicks(4), state: "closed", owner: "ana", campaign: "spring", open: false));
        await Store.PutLeadAsync(Row("5", Noon.AddTicks(5), owner: "ana", offeredTo: "ana"));

        (await Find(new LeadQuery { State = "owned" })).ShouldBe(["3", "1"]);
        (await Find(new LeadQuery { Queue = "vip" })).ShouldBe(["3"]);
        (await Find(new LeadQuery { Rep = "ana" })).ShouldBe(["5", "4", "3", "2", "1"]);
        (await Find(new LeadQuery { Rep = "bo" })).ShouldBe(["3"]);
        (await Find(new LeadQuery { Source = "web" })).ShouldBe(["2", "1"]);
        (await Find(new LeadQuery { Campaign = "spring" })).ShouldBe(["4", "1"]);
        (await Find(new LeadQuery { Open = true })).ShouldBe(["5", "3", "2", "1"]);
        (await Find(new LeadQuery { Open = false })).ShouldBe(["4"]);
        (await Find(new LeadQuery { State = "owned", Queue = "sales", Rep = "ana", Source = "web", Campaign = "spring", Open = true })).ShouldBe(["1"]);
        (await Find(new LeadQuery { State = "owned", Rep = "ana", Before = (Noon.AddTicks(3), "3") })).ShouldBe(["1"]);
        (await Find(new LeadQuery { Rep = "ana", Limit = 2, Before = (Noon.AddTicks(5), "5") })).ShouldBe(["4", "3"]);
        (await Find(new LeadQuery { State = "' OR 1=1 --" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_is_part_of_a_name_phone_or_email_whatever_its_case_and_one_of_several_is_enough()
    {
        await Store.PutLeadAsync(Row("1", Noon.AddTicks(1), name: "Dana Levi", phone: "+972501234567", email: "dana@example.com"));
        await Store.PutLeadAsync(Row("2", Noon.AddTicks(2), name: "ÉMILIE", email: "100%_off\\@example.com"));
        await Store.PutLeadAsync(Row("3", Noon.AddTicks(3), name: "שרה כהן"));
        await Store.PutLeadAsync(Row("4", Noon.AddTicks(4)));

        (await Find(new LeadQuery { Texts = ["LEVI"] })).ShouldBe(["1"]);
        (await Find(new LeadQuery { Texts = ["0123"] })).ShouldBe(["1"]);
        (await Find(new LeadQuery { Texts = ["@EXAMPLE"] })).ShouldBe(["2", "1"]);
        (await Find(new LeadQuery { Texts = ["émi"] })).ShouldBe(["2"]);
        (await Find(new LeadQuery { Texts = ["כהן"] })).ShouldBe(["3"]);
        (await Find(new LeadQuery { Texts = ["%"] })).ShouldBe(["2"]);
        (await Find(new LeadQuery { Texts = ["_"] })).ShouldBe(["2"]);
        (await Find(new LeadQuery { Texts = ["f\\@"] })).ShouldBe(["2"]);
        (await Find(new LeadQuery { Texts = ["d%i"] })).ShouldBeEmpty();
        (await Find(new LeadQuery { Texts = ["@example", "levi"] })).ShouldBe(["2", "1"]);
        (await Find(new LeadQuery { Texts = ["nobody", "כהן"], Open = true })).ShouldBe(["3"]);
        (await Find(new LeadQuery { Texts = ["dana", "כהן"], Open = false })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_is_replaced_as_a_whole()
    {
        await Store.PutLeadAsync(Row("1", Noon, state: "owned", owner: "ana", source: "web", name: "Dana"));
        await Store.PutLeadAsync(Row("1", Noon, state: "closed", queue: "vip", open: false), expectedVersion: 1);
        // The same again, and a turn that does not mention it, leave it as it is.
        await Store.PutLeadAsync(Row("1", Noon, state: "closed", queue: "vip", open: false), expectedVersion: 2);
        await Store.CommitAsync(State(Lead("1"), 3));

        (await Find(new LeadQuery { State = "closed", Queue = "vip", Open = false })).ShouldBe(["1"]);
        (await Find(new LeadQuery { Rep = "ana" })).ShouldBeEmpty();
        (await Find(new LeadQuery { Source = "web" })).ShouldBeEmpty();
        (await Find(new LeadQuery { Texts = ["dana"] })).ShouldBeEmpty();
        (await Find(new LeadQuery { Open = true })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task A_limit_out_of_range_is_refused(int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Find(new LeadQuery { Limit = limit }));
}
