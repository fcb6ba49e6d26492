using System.Text;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Intake;

/// <summary>A sender's own names of fields lose nothing.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class FieldNamesTests(LifeServer server)
{
    [Fact]
    public async Task An_alias_and_an_unknown_field_reach_the_lead_and_the_sender_is_told_each_time()
    {
        var phone = RunningServer.NewPhone();
        var body = $$$"""{"fullName":"Dana Levi","tel":"0{{{phone[4..]}}}","budget":{"from":1, "to":2}}""";
        var key = Guid.NewGuid().ToString("N");

        var first = await PostAsync(body, key);
        var again = await PostAsync(body, key);

        first.Status.ShouldBe(202, first.Text);
        first.Read<PostLeadResponse>().Warnings.ShouldBe([new("fullName", "read as name"), new("tel", "read as phone"), new("budget", "kept in attributes")]);
        (again.Status, again.Text).ShouldBe((202, first.Text));
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var lead = await server.LeadAsync(first.Read<PostLeadResponse>().LeadId, lead => lead.State == "waiting", "its place in the queue");
        (lead.Name, lead.Phone).ShouldBe(("Dana Levi", phone));
        lead.Attributes.ShouldBe(new Dictionary<string, string> { ["budget"] = """{"from":1,"to":2}""" });
    }

    [Fact]
    public async Task A_lead_by_its_own_names_has_no_warnings()
    {
        var answer = await PostAsync($$$"""{"name":"Dana Levi","Phone":"{{{RunningServer.NewPhone()}}}","attributes":{"city":"Haifa"}}""", Guid.NewGuid().ToString("N"));

        answer.Status.ShouldBe(202, answer.Text);
        answer.Json.ContainsKey("warnings").ShouldBeFalse();
    }

    private Task<Answer> PostAsync(string body, string key) => server.Anybody.SendAsync(
        HttpMethod.Post, "/api/v1/leads", server.Key, new StringContent(body, Encoding.UTF8, "application/json"), ("Idempotency-Key", key));
}
