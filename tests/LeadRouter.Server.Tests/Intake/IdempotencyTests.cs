using System.Net.Http.Json;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Intake;

/// <summary>A sender who is not sure may send again: it stays one lead.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class IdempotencyTests(LifeServer server)
{
    private readonly string _key = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task The_same_key_and_body_again_gives_the_same_answer_and_no_second_lead()
    {
        var lead = new PostLeadRequest { Name = "Dana Levi", Phone = RunningServer.NewPhone() };
        var first = await PostAsync(lead);
        await server.LeadAsync(first.Read<PostLeadResponse>().LeadId, lead => lead.State == "waiting", "its place in the queue");
        var before = await server.LeadCountAsync();

        var second = await PostAsync(lead);

        second.Status.ShouldBe(202);
        second.Read<PostLeadResponse>().ShouldBe(first.Read<PostLeadResponse>());
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await server.LeadCountAsync()).ShouldBe(before);
        (await server.Admin.LeadAsync(first.Read<PostLeadResponse>().LeadId)).RepeatCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("one", "two")]
    [InlineData("one", "one")]
    public async Task Two_keys_are_refused_and_do_not_count_as_none(string first, string second)
    {
        var answer = await server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/leads", server.Key, JsonContent.Create(new PostLeadRequest { Phone = RunningServer.NewPhone() }, options: Api.Json),
            ("Idempotency-Key", first), ("Idempotency-Key", second));

        answer.ShouldBeProblem(400, "bad_idempotency_key");
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_changes_nothing()
    {
        var lead = new PostLeadRequest { Name = "Dana Levi", Phone = RunningServer.NewPhone() };
        var first = (await PostAsync(lead)).Read<PostLeadResponse>();
        var before = await server.LeadAsync(first.LeadId, lead => lead.Timeline.Count == 2, "its two first entries");

        var other = await PostAsync(lead with { Name = "Somebody Else" });

        other.ShouldBeProblem(422, "idempotency_key_reused");
        var after = await server.Admin.LeadAsync(first.LeadId);
        after.Name.ShouldBe("Dana Levi");
        after.Timeline.Count.ShouldBe(before.Timeline.Count);
    }

    [Fact]
    public async Task The_same_key_many_times_at_once_makes_one_lead()
    {
        var lead = new PostLeadRequest { Name = "Dana Levi", Phone = RunningServer.NewPhone() };
        var before = await server.LeadCountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(lead)));

        answers.ShouldAllBe(answer => answer.Status == 202);
        var taken = answers.Select(answer => answer.Read<PostLeadResponse>()).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => !answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        await server.BoardAsync(board => board.Totals.Received == before + 1, "the one lead");
        (await server.Admin.LeadAsync(taken.LeadId)).RepeatCount.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_with_two_bodies_at_once_takes_one_of_them()
    {
        var lead = new PostLeadRequest { Name = "Dana Levi", Phone = RunningServer.NewPhone() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => PostAsync(lead with { Name = i % 2 == 0 ? "Dana Levi" : "Somebody Else" })));

        answers.Where(answer => answer.Status == 202).Select(answer => answer.Read<PostLeadResponse>()).Distinct().ShouldHaveSingleItem();
        var others = answers.Where(answer => answer.Status != 202).ToList();
        others.Count.ShouldBe(5);
        foreach (var other in others)
            other.ShouldBeProblem(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_key_belongs_to_its_source()
    {
        var lead = new PostLeadRequest { Name = "Dana Levi", Phone = RunningServer.NewPhone() };
        var other = await server.Admin.PostAsync<CreateSourceResponse>("/api/v1/sources", new CreateSourceRequest($"source {_key}", "api", null));
        await PostAsync(lead);

        var answer = await server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/leads", other.Key, JsonContent.Create(lead with { Name = "Of another form" }), ("Idempotency-Key", _key));

        answer.Status.ShouldBe(202, answer.Text);
        await server.LeadAsync(answer.Read<PostLeadResponse>().LeadId, lead => lead.RepeatCount == 1, "the repeat of the same person");
    }

    [Fact]
    public async Task The_senders_own_id_again_is_news_about_the_same_lead()
    {
        var lead = new PostLeadRequest { ExternalId = _key, Name = "Dana Levi", Phone = RunningServer.NewPhone() };
        var first = await server.Admin.AcceptLeadAsync(server.Key, lead);

        var retry = await server.Admin.AcceptLeadAsync(server.Key, lead);
        var news = await server.Admin.AcceptLeadAsync(server.Key, lead with { Message = "Call me after five" });

        retry.LeadId.ShouldBe(first.LeadId);
        retry.DuplicateOf.ShouldBeNull();
        news.DuplicateOf.ShouldBe(first.LeadId);
        await server.LeadAsync(first.LeadId, lead => lead.RepeatCount == 1, "the repeat");
    }

    private Task<Answer> PostAsync(PostLeadRequest lead) =>
        server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/leads", server.Key, JsonContent.Create(lead, options: Api.Json), ("Idempotency-Key", _key));
}
