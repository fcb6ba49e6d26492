using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

/// <summary>Speaks HTTP to the application and remembers the secrets that pass.</summary>
internal sealed class TestClient(TestApp app, HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path);

    public Task<HttpResponseMessage> DeleteAsync(string path) => Http.DeleteAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> PatchAsync(string path, object? body) => SendAsync(HttpMethod.Patch, path, body);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> TrySignInAsync(string user, string password)
    {
        app.NoteSecret(password);
        return PostAsync("/api/v1/sessions", new SignInRequest(user, password));
    }

    public async Task<SessionDto> SignInAsync(string user, string password)
    {
        var session = await (await TrySignInAsync(user, password)).ReadAsync<SessionDto>(HttpStatusCode.OK);
        app.NoteSecret(session.Token);
        return session;
    }

    public async Task<CreateSourceResponse> CreateSourceAsync(string name, string? queue = null)
    {
        var created = await (await PostAsync("/api/v1/sources", new CreateSourceRequest(name, "api", queue))).ReadAsync<CreateSourceResponse>(HttpStatusCode.Created);
        app.NoteSecret(created.Key);
        return created;
    }

    public async Task<(string Id, BoardTokenDto Token)> CreateBoardTokenAsync(int? days = null)
    {
        var response = await PostAsync("/api/v1/board-tokens", new CreateBoardTokenRequest("lobby", days));
        var token = await response.ReadAsync<BoardTokenDto>(HttpStatusCode.Created);
        app.NoteSecret(token.Token);
        return (response.Headers.Location!.OriginalString.Split('/')[^1], token);
    }

    /// <summary>Makes a supervisor (or another) and signs in.</summary>
    public async Task<(TestClient Client, SessionDto Session)> CreateUserAsync(string user, string role = "supervisor", string password = "battery staple 2")
    {
        (await PostAsync("/api/v1/users", new CreateUserRequest(user, password, null, role))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var session = await app.Client().SignInAsync(user, password);
        return (app.Client(session.Token), session);
    }
}

internal static class ResponseExtensions
{
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>Asserts a well-formed problem.</summary>
    public static async Task<ProblemDto> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<ProblemDto>(text, JsonSerializerOptions.Web)!;
        problem.Code.ShouldBe(code);
        problem.Status.ShouldBe(status);
        problem.Title.ShouldNotBeNullOrEmpty();
        return problem;
    }
}
