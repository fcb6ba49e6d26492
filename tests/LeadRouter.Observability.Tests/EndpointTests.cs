using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace LeadRouter.Observability.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("*/*")]
    [InlineData("application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5")]
    public async Task The_endpoint_answers_in_the_text_format_whatever_is_asked_for(string accept)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouterMetrics();
        await using var app = builder.Build();
        app.MapPrometheusMetrics("/numbers");
        await app.StartAsync();

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept", accept);
        using var response = await http.GetAsync(new Uri(app.Urls.Single() + "/numbers"));

        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        (await http.PostAsync(new Uri(app.Urls.Single() + "/numbers"), null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await response.Content.ReadAsStringAsync()).ShouldContain("# TYPE leadrouter_intake_requests_total counter\n");
    }
}
