using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A server that has more to do than it may hold says so and takes nothing.</summary>
public sealed class OverloadTests(OverloadTests.FullServer server) : IClassFixture<OverloadTests.FullServer>
{
    [Fact]
    public async Task Everything_that_asks_the_engine_is_told_to_come_again()
    {
        var token = server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        foreach (var answer in new[]
        {
            await server.Anybody.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone() }, server.Key),
            await server.Anybody.GetAsync("/api/v1/leads/some-lead", token),
            await server.Anybody.PostAsync("/api/v1/reps/some-rep/presence", new SetPresenceRequest("break", null), token),
        })
        {
            answer.ShouldBeProblem(503, "overloaded");
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        }

        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_intake_requests_total", "\"overloaded\""].ShouldBe(1);
        (await server.LeadCountAsync()).ShouldBe(0);
    }

    /// <summary>No message may wait in it, so that every one is too many.</summary>
    public sealed class FullServer() : RunningServer("--Engine:TotalCapacity", "0");
}
