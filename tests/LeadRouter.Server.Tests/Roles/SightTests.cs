using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Roles;

/// <summary>A rep sees what is offered to or owned by him or her, and nothing else.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class SightTests(ManualServer server)
{
    [Fact]
    public async Task A_rep_sees_only_his_or_her_own_leads_and_a_supervisor_all()
    {
        // Given a lead that rings at one of two reps
        await server.AddQueuesAsync(new { id = "sight", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("sight", "sight");
        await using var other = await server.OpenRepAsync("sight-other");
        var supervisor = await server.AddSupervisorAsync("sight-supervisor");
        var leadId = await server.PostLeadAsync("sight");
        var offer = await rep.OfferOfAsync(leadId);

        // Then while it is offered, and while it is owned, it is that rep's alone
        await ShouldSeeAsync(leadId, rep.Rep.Token, other.Rep.Token, supervisor);
        (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
        await ShouldSeeAsync(leadId, rep.Rep.Token, other.Rep.Token, supervisor);
        foreach (var query in new[] { $"?owner={rep.RepId}", "?q=Dana", "?queue=sight", "?open=true&limit=200" })
            (await ListAsync(other.Rep.Token, query)).ShouldNotContain(leadId, query);

        // And when it is moved, only the new one sees it
        await server.Admin.PostAsync<LeadDto>($"/api/v1/leads/{leadId}/reassign", new ReassignRequest(other.RepId, null));
        await other.OfferOfAsync(leadId);
        await ShouldSeeAsync(leadId, other.Rep.Token, rep.Rep.Token, supervisor);
        (await rep.States.TakeAsync(state => state.Leads.Count == 0 && state.ActiveLeads == 0, "the desk without the lead")).RepId.ShouldBe(rep.RepId);
        rep.Desk.State!.Leads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps()
    {
        await server.AddQueuesAsync(new { id = "pages" });
        var posted = new List<string>();
        for (var i = 0; i < 7; i++)
            posted.Insert(0, await server.PostLeadAsync("pages"));
        await Eventually.SeesAsync(() => server.Admin.GetAsync<LeadPageDto>("/api/v1/leads?queue=pages"), page => page.Leads.Count == 7, "the seven leads in the list");

        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await server.Admin.GetAsync<LeadPageDto>($"/api/v1/leads?queue=pages&limit=3{(next.Length > 0 ? $"&cursor={next}" : "")}");
            seen.AddRange(page.Leads.Select(lead => lead.LeadId));
            next = page.Next;
        }

        seen.ShouldBe(posted);
    }

    private async Task ShouldSeeAsync(string leadId, string who, string whoNot, string supervisor)
    {
        foreach (var token in new[] { who, supervisor })
        {
            (await server.Anybody.GetAsync($"/api/v1/leads/{leadId}", token)).Status.ShouldBe(200);
            (await ListAsync(token, "?limit=200")).ShouldContain(leadId);
        }

        (await server.Anybody.GetAsync($"/api/v1/leads/{leadId}", whoNot)).ShouldBeProblem(404, "lead_not_found");
        (await ListAsync(whoNot, "?limit=200")).ShouldNotContain(leadId);
    }

    private async Task<IEnumerable<string>> ListAsync(string token, string query) =>
        (await server.Anybody.GetAsync($"/api/v1/leads{query}", token)).Read<LeadPageDto>().Leads.Select(lead => lead.LeadId);
}
