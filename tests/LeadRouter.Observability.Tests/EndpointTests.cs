using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace LeadRouter.Observability.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task The_endpoint_answers_with_the_format_it_speaks()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouterMetrics();
        await using var app = builder.Build();
        app.MapPrometheusMetrics("/numbers");
        await app.StartAsync();

        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(app.Urls.Single() + "/numbers"));

        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldContain("# TYPE leadrouter_intake_requests_total counter\n");
    }
}
