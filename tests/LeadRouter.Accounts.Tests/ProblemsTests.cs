using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts.Tests;

public sealed class ProblemsTests
{
    [Theory]
    [InlineData("{\"user\":", "application/json", 400, "bad_request")]
    [InlineData("{\"user\": 7}", "application/json", 400, "bad_request")]
    [InlineData("null", "application/json", 400, "bad_request")]
    [InlineData("", "application/json", 400, "bad_request")]
    [InlineData("user=admin", "application/x-www-form-urlencoded", 415, "unsupported_media_type")]
    [InlineData("{}", "text/plain", 415, "unsupported_media_type")]
    public async Task A_body_that_cannot_be_read_is_a_clean_problem(string body, string type, int status, string code)
    {
        await using var app = await TestApp.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));

        await (await app.Client().Http.PostAsync("/api/v1/sessions", content)).ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        await using var app = await TestApp.StartAsync();

        await (await app.Client().PostAsync("/api/v1/sessions", new { user = new string('u', 20_000) })).ShouldBeProblemAsync(413, "body_too_large");
    }

    [Fact]
    public async Task A_store_that_is_down_is_503_with_a_time_to_come_back()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.Client().PostAsync("/probe/store", null);

        var problem = await response.ShouldBeProblemAsync(503, "store_unavailable");
        problem.Detail!.ShouldNotContain("private");
        response.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_failure_cannot_be_guessed_for_free_while_the_store_is_down()
    {
        await using var app = await TestApp.StartAsync();
        app.Store.Down = true;

        await (await app.Client().TrySignInAsync("admin", "guess number 1")).ShouldBeProblemAsync(503, "store_unavailable");
        await (await app.Client().TrySignInAsync("admin", TestApp.AdminPassword)).ShouldBeProblemAsync(503, "store_unavailable");
    }

    [Fact]
    public async Task An_overload_is_a_503_and_says_when_to_come_again()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.Client().PostAsync("/probe/overload", null);

        await response.ShouldBeProblemAsync(503, "overloaded");
        response.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_bug_is_a_500_without_details_and_is_logged()
    {
        await using var app = await TestApp.StartAsync();

        var problem = await (await app.Client().PostAsync("/probe/bug", null)).ShouldBeProblemAsync(500, "internal_error");

        problem.Detail!.ShouldNotContain("private");
        problem.TraceId.ShouldNotBeNullOrEmpty();
        app.Logs.Lines.ShouldContain(line => line.Contains("a private detail", StringComparison.Ordinal) && line.Contains(problem.TraceId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", 404, "not_found")]
    [InlineData("PUT", "/api/v1/users", 405, "method_not_allowed")]
    public async Task An_empty_error_status_gets_its_problem(string method, string path, int status, string code)
    {
        await using var app = await TestApp.StartAsync();

        await (await app.Client().SendAsync(new HttpMethod(method), path, null)).ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task Every_endpoint_is_documented()
    {
        await using var app = await TestApp.StartAsync();
        var endpoints = app.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)).ToList();

        endpoints.Count.ShouldBe(13);
        foreach (var endpoint in endpoints)
        {
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>().ShouldNotBeNull(endpoint.DisplayName);
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>().ShouldNotBeNull(endpoint.DisplayName);
            var statuses = endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(metadata => metadata.StatusCode).ToList();
            statuses.ShouldContain(status => status >= 200 && status < 300, endpoint.DisplayName);
            statuses.ShouldContain(503, endpoint.DisplayName);
        }
    }

    [Fact]
    public void A_refusal_keeps_its_code_and_falls_to_409()
    {
        Problems.Refused(new Domain.Refusal("rep_busy", "Wait.")).Problem.ShouldBe(new ProblemDto { Title = "Conflict", Status = 409, Code = "rep_busy", Detail = "Wait." });
        Problems.Refused(new Domain.Refusal(ProblemCodes.NotFound, "No.")).Problem.Status.ShouldBe(404);
    }
}
