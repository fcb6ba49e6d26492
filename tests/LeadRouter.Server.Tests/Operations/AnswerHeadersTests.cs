using System.Text;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>What every answer tells a browser, errors too.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class AnswerHeadersTests(LifeServer server)
{
    [Theory]
    [InlineData("GET", "/api/v1/leads", true, 200)]
    [InlineData("GET", "/api/v1/leads", false, 401)]
    [InlineData("GET", "/api/v1/leads?limit=0", true, 400)]
    [InlineData("GET", "/api/v1/leads/nobody", true, 404)]
    [InlineData("DELETE", "/api/v1/leads", true, 405)]
    // A body that cannot be read is an exception on its way to the answer.
    [InlineData("POST", "/api/v1/sessions", false, 400)]
    [InlineData("GET", "/docs/index.html", false, 200)]
    [InlineData("GET", "/health/live", false, 200)]
    public async Task Every_answer_has_its_security_headers(string method, string path, bool signedIn, int status)
    {
        var token = signedIn ? server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter : null;

        var answer = await server.Anybody.SendAsync(new HttpMethod(method), path, token, method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null);

        answer.Status.ShouldBe(status);
        foreach (var header in new[] { "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy" })
            answer.Headers.Contains(header).ShouldBeTrue(header);
        if (path.StartsWith("/api", StringComparison.Ordinal))
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Requests_without_a_token_leave_no_lines_in_the_log()
    {
        for (var i = 0; i < 20; i++)
            (await server.Anybody.GetAsync("/api/v1/board", null)).Status.ShouldBe(401);

        server.Process.Lines.ShouldNotContain(line => line.Text.Contains("challenged", StringComparison.Ordinal));
    }
}
