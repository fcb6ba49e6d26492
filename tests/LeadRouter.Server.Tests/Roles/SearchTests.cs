using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Roles;

/// <summary>A supervisor finds a lead by what he or she types of it.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class SearchTests(ManualServer server)
{
    [Fact]
    public async Task A_lead_is_found_by_its_phone_as_people_write_it_or_a_part_of_it()
    {
        await server.AddQueuesAsync(new { id = "search" });
        var supervisor = await server.AddSupervisorAsync("search-supervisor");
        var lead = await server.PostLeadAsync("search", "+972521234999");
        var other = await server.PostLeadAsync("search");
        foreach (var id in new[] { lead, other })
            await server.LeadAsync(id, posted => posted.State == "waiting", "its place in the queue");

        foreach (var typed in new[] { "052-123-4999", "0521234999", "(052) 1234999", "+972521234999", "00972 52 123 4999", "521234999", "123-4999", "1234999", "052-123-4" })
            (await FindAsync(supervisor, typed)).ShouldBe([lead], typed);
        foreach (var typed in new[] { "053-123-4999", "+44521234999", "052-123-4999 dana", "4998" })
            (await FindAsync(supervisor, typed)).ShouldBeEmpty(typed);
        (await FindAsync(supervisor, " ")).ShouldBe([other, lead], "blank text");
    }

    private async Task<IEnumerable<string>> FindAsync(string supervisor, string typed)
    {
        var answer = await server.Anybody.GetAsync($"/api/v1/leads?queue=search&q={Uri.EscapeDataString(typed)}", supervisor);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Read<LeadPageDto>().Leads.Select(found => found.LeadId);
    }
}
