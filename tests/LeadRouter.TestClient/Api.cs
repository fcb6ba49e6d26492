using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadRouter.Contracts;

namespace LeadRouter.TestClient;

/// <summary>The REST side of the public surface.</summary>
public sealed class Api(Uri server) : IDisposable
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Uri Server => server;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Signs in; the token then goes with every request that names none.</summary>
    public async Task<string> SignInAsync(string user, string password, bool remember = true)
    {
        using var response = await Http.PostAsJsonAsync("/api/v1/sessions", new SignInRequest(user, password), Json);
        response.EnsureSuccessStatusCode();
        var session = (await response.Content.ReadFromJsonAsync<SessionDto>(Json))!;
        if (remember)
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Token);
        return session.Token;
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(path, Json))!;

    public async Task<T> PostAsync<T>(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body, Json);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>Posts a lead with an intake key and gives the raw answer.</summary>
    public async Task<HttpResponseMessage> PostLeadAsync(string key, PostLeadRequest lead, string? idempotencyKey = null, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/leads") { Content = JsonContent.Create(lead, options: Json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await Http.SendAsync(request, cancel);
    }

    /// <summary>Posts a lead that must be taken.</summary>
    public async Task<PostLeadResponse> AcceptLeadAsync(string key, PostLeadRequest lead, CancellationToken cancel = default)
    {
        using var response = await PostLeadAsync(key, lead, cancel: cancel);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw new HttpRequestException($"The lead was not taken: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancel)}");
        return (await response.Content.ReadFromJsonAsync<PostLeadResponse>(Json, cancel))!;
    }

    public Task<LeadDetailDto> LeadAsync(string leadId) => GetAsync<LeadDetailDto>($"/api/v1/leads/{leadId}");

    public void Dispose() => Http.Dispose();
}
