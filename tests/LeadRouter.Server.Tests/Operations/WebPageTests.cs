using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A server that also serves the web app: its page answers for addresses of screens and hides nothing of the API.</summary>
public sealed class WebPageTests(WebServer server) : IClassFixture<WebServer>
{
    private string Token => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Theory]
    [InlineData("/")]
    [InlineData("/desk")]
    [InlineData("/leads/123")]
    [InlineData("/apix")]
    public async Task The_page_answers_for_every_screen(string path)
    {
        var page = await server.Anybody.GetAsync(path, null);

        (page.Status, page.MediaType, page.Text).ShouldBe((200, "text/html", WebServer.Page));
        (await server.Anybody.SendAsync(HttpMethod.Head, path)).Status.ShouldBe(200);
        (await server.Anybody.SendAsync(HttpMethod.Post, path)).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/api/v1/nothing")]
    [InlineData("GET", "/hubs/nothing")]
    [InlineData("GET", "/hooks/nothing")]
    [InlineData("GET", "/nothing.js")]
    public async Task What_is_not_there_is_not_the_page(string method, string path) =>
        (await server.Anybody.SendAsync(new HttpMethod(method), path, Token)).ShouldBeProblem(404, "not_found");

    [Fact]
    public async Task A_wrong_method_is_a_405_that_names_the_right_ones_on_every_route()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            using var request = new HttpRequestMessage(HttpMethod.Trace, path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            using var response = await server.Admin.Http.SendAsync(request);

            ((int)response.StatusCode).ShouldBe(405, path);
            response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", path);
            ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]).ShouldBe("method_not_allowed", path);
            response.Content.Headers.Allow.ShouldBe(methods!.AsObject().Select(method => method.Key.ToUpperInvariant()), ignoreOrder: true, path);
        }
    }

    [Theory]
    [InlineData("/api/v1/leads", "text/xml")]
    [InlineData("/api/v1/leads", null)]
    [InlineData("/api/v1/sessions", "text/plain")]
    [InlineData("/api/v1/desk/validate", "text/plain")]
    public async Task A_wrong_media_type_is_a_415(string path, string? type)
    {
        using var content = new ByteArrayContent("<lead/>"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await server.Anybody.SendAsync(HttpMethod.Post, path, path.EndsWith("leads", StringComparison.Ordinal) ? server.Key : Token, content)).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("/api/v1/leads", "ZZ")]
    [InlineData("/api/v1/leads", "5")]
    [InlineData("/api/v1/leads", "FFFFFFFFFFFFFFFFFF")]
    [InlineData("/api/v1/sessions", "FFFFFFFFFFFFFFFFFF")]
    [InlineData("/api/v1/desk/validate", "FFFFFFFFFFFFFFFFFF")]
    public async Task A_chunk_whose_size_is_nonsense_is_a_bad_request(string path, string size)
    {
        var token = path.EndsWith("leads", StringComparison.Ordinal) ? server.Key : Token;
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{\"phone\":\"0521234567\"}}\r\n0\r\n\r\n"));
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("Content-Type: application/problem+json");
        answer.ShouldContain("\"code\":\"bad_request\"");
    }
}

/// <summary>A server with a web app of one page.</summary>
public sealed class WebServer() : RunningServer("--web", Folder)
{
    public const string Page = "<!DOCTYPE html><title>Page</title>";

    private static readonly string Folder = MakeFolder();

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("leadrouter-web-").FullName;
        File.WriteAllText(Path.Combine(folder, "index.html"), Page);
        return folder;
    }
}
