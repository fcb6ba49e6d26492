using System.Net.Http.Json;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>Reps are made, changed, paused and sent home.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class RepTests(ManualServer server)
{
    private string Token => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Fact]
    public async Task A_rep_is_listed_as_made_and_changed_only_in_what_is_given()
    {
        var made = await server.Admin.PostAsync<CreateRepResponse>("/api/v1/reps", new CreateRepRequest
        {
            User = "noa", Password = "a good password", Name = "Noa", Queues = ["sales"], Skills = new Dictionary<string, int> { ["cars"] = 7 },
            Languages = ["he", "en"], Capacity = 2, Weight = 1.5, Phone = "052-1111111",
        });
        var before = await RepAsync(made.RepId);
        before.ShouldSatisfyAllConditions(rep => rep.User.ShouldBe("noa"), rep => rep.Phone.ShouldBe("+972521111111"), rep => rep.Skills["cars"].ShouldBe(7), rep => rep.Presence.ShouldBe("offline"), rep => rep.Connected.ShouldBeFalse());

        (await PatchAsync(made.RepId, new { capacity = 3 })).Status.ShouldBe(200);

        (await RepAsync(made.RepId)).ShouldSatisfyAllConditions(
            rep => rep.Capacity.ShouldBe(3), rep => rep.Name.ShouldBe("Noa"), rep => rep.Languages.ShouldBe(["he", "en"]), rep => rep.Weight.ShouldBe(1.5), rep => rep.Skills["cars"].ShouldBe(7));
    }

    [Theory]
    [InlineData("""{"user":"x","name":"X"}""", "user")]
    [InlineData("""{"user":"weak","name":"X","password":"short"}""", "password")]
    [InlineData("""{"user":"nameless"}""", "name")]
    [InlineData("""{"user":"lost","name":"X","queues":["nowhere"]}""", "queues")]
    [InlineData("""{"user":"lost","name":"X","queues":[null]}""", "queues")]
    [InlineData("""{"user":"lost","name":"X","skills":{"cars":11}}""", "skills")]
    [InlineData("""{"user":"lost","name":"X","languages":[null]}""", "languages")]
    [InlineData("""{"user":"lost","name":"X","capacity":0}""", "capacity")]
    [InlineData("""{"user":"lost","name":"X","weight":99}""", "weight")]
    [InlineData("""{"user":"lost","name":"X","phone":"12"}""", "phone")]
    public async Task A_rep_that_cannot_be_is_refused_by_field(string body, string field)
    {
        var answer = await server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/reps", Token, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        answer.ShouldBeProblem(400, "validation_failed")["errors"]!.AsObject().Select(error => error.Key).ShouldContain(field);
        (await server.Admin.GetAsync<RepDto[]>("/api/v1/reps")).ShouldNotContain(rep => rep.Name == "X");
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_code_and_values_beside_the_sentence()
    {
        var answer = await server.Anybody.PostAsync("/api/v1/reps", new CreateRepRequest { User = "lost", Name = "X", Capacity = 0, Weight = 99, Queues = ["nowhere"] }, Token);

        var problem = answer.ShouldBeProblem(400, "validation_failed");
        problem["errors"]!.ToJsonString().ShouldBe("""{"queues":["The desk has no such queue."],"capacity":["Give 1 to 10."],"weight":["Give 0.1 to 10."]}""");
        problem["codes"]!.ToJsonString().ShouldBe("""{"queues":[{"code":"no_such_queue"}],"capacity":[{"code":"range","values":{"least":1,"most":10}}],"weight":[{"code":"range","values":{"least":0.1,"most":10}}]}""");
    }

    [Fact]
    public async Task A_user_name_is_taken_once()
    {
        await server.AddRepAsync("twice");

        (await server.Anybody.PostAsync("/api/v1/reps", new CreateRepRequest { User = "TWICE", Name = "Second" }, Token)).ShouldBeProblem(409, "user_taken");
    }

    [Fact]
    public async Task A_supervisor_sets_a_rep_on_break_and_the_rep_reads_why()
    {
        await using var rep = await server.OpenRepAsync("paused");
        var supervisor = await server.AddSupervisorAsync("pausing");

        var answer = await server.Anybody.PostAsync($"/api/v1/reps/{rep.RepId}/presence", new SetPresenceRequest("break", "Come to the meeting"), supervisor);

        answer.Status.ShouldBe(200, answer.Text);
        (await rep.States.TakeAsync(state => state.Presence == "break", "the break")).PresenceReason.ShouldBe("Come to the meeting");
        (await server.Anybody.PostAsync($"/api/v1/reps/{rep.RepId}/presence", new SetPresenceRequest("asleep", null), supervisor)).ShouldBeProblem(400, "validation_failed");
        var away = await server.AddRepAsync("away");
        (await server.Anybody.PostAsync($"/api/v1/reps/{away.RepId}/presence", new SetPresenceRequest("available", null), supervisor)).ShouldBeProblem(409, "rep_not_connected");
    }

    [Fact]
    public async Task A_deactivated_rep_is_out_at_once_and_what_rang_rings_at_the_next()
    {
        // Given a lead that rings at a rep
        await server.AddQueuesAsync(new { id = "sent-home", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("sent-home", "sent-home");
        var leadId = await server.PostLeadAsync("sent-home");
        await rep.OfferOfAsync(leadId);
        await using var next = await server.OpenRepAsync("stays", "sent-home");

        // When the rep is deactivated
        (await PatchAsync(rep.RepId, new { active = false })).Status.ShouldBe(200);

        // Then the desk closes, the lead rings at the other one, and there is no way back in
        await rep.Closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await next.OfferOfAsync(leadId);
        (await server.Anybody.GetAsync("/api/v1/leads", rep.Rep.Token)).ShouldBeProblem(401, "unauthenticated");
        (await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("sent-home", "test-rep-password"))).ShouldBeProblem(401, "bad_credentials");
        (await RepAsync(rep.RepId)).ShouldSatisfyAllConditions(dto => dto.Active.ShouldBeFalse(), dto => dto.Presence.ShouldBe("offline"));
        (await server.BoardAsync()).Reps.ShouldNotContain(dto => dto.RepId == rep.RepId);

        // Until the rep is activated again.
        (await PatchAsync(rep.RepId, new { active = true })).Status.ShouldBe(200);
        (await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("sent-home", "test-rep-password"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Nobody_changes_a_rep_who_is_not_there() => (await PatchAsync("none", new { name = "X" })).ShouldBeProblem(404, "rep_not_found");

    private Task<Answer> PatchAsync(string repId, object body) => server.Anybody.SendAsync(HttpMethod.Patch, $"/api/v1/reps/{repId}", Token, JsonContent.Create(body));

    private async Task<RepDto> RepAsync(string repId) => (await server.Admin.GetAsync<RepDto[]>("/api/v1/reps")).Single(rep => rep.RepId == repId);
}
