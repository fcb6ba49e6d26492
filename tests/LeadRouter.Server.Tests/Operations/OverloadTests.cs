using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A server that has more to do than it may hold says so and takes nothing.</summary>
public sealed class OverloadTests(OverloadTests.FullServer server) : IClassFixture<OverloadTests.FullServer>
{
    private const int AtOnce = 600;

    [Fact]
    public async Task Who_comes_when_too_much_waits_is_told_to_come_again_and_nobody_is_lost()
    {
        var token = server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        var (taken, turnedAway) = (0, new Dictionary<string, int>());
        Func<Task<Answer>>[] asks =
        [
            () => server.Anybody.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone() }, server.Key),
            () => server.Anybody.GetAsync("/api/v1/leads/some-lead", token),
            () => server.Anybody.PostAsync("/api/v1/reps/some-rep/presence", new SetPresenceRequest("break", null), token),
        ];
        for (var wave = 0; wave < 20 && turnedAway.Count < asks.Length; wave++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce * asks.Length).Select(async i => (Ask: $"{i % asks.Length}", Answer: await asks[i % asks.Length]())));
            foreach (var (ask, answer) in answers.Where(answered => answered.Answer.Status == 503))
            {
                answer.ShouldBeProblem(503, "overloaded");
                answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
                turnedAway[ask] = turnedAway.GetValueOrDefault(ask) + 1;
            }

            answers.Where(answered => answered.Answer.Status != 503).Select(answered => answered.Answer.Status).Distinct().Order().ShouldBeSubsetOf([202, 404]);
            taken += answers.Count(answered => answered.Answer.Status == 202);
        }

        string.Join(' ', turnedAway.Keys.Order()).ShouldBe("0 1 2", "the server held whatever came");
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_intake_requests_total", "\"overloaded\""].ShouldBe(turnedAway["0"]);
        // Who was told to come again may have been taken all the same.
        await server.BoardAsync(board => board.Totals.Received >= taken, $"{taken} leads");
    }

    /// <summary>Hardly a message may wait in it.</summary>
    public sealed class FullServer() : RunningServer("--Engine:TotalCapacity", "100");
}
