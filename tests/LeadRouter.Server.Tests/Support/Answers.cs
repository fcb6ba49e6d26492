using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadRouter.Server.Tests.Support;

/// <summary>An answer of the REST side as anybody sees it.</summary>
internal sealed record Answer(int Status, string? MediaType, string Text, HttpResponseHeaders Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public T Read<T>() => JsonSerializer.Deserialize<T>(Text, Api.Json)!;
}

internal static class Answers
{
    /// <summary>Sends a request as whoever holds the token (null: as nobody).</summary>
    public static async Task<Answer> SendAsync(this Api api, HttpMethod method, string path, string? token = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await api.Http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public static Task<Answer> GetAsync(this Api api, string path, string? token) => api.SendAsync(HttpMethod.Get, path, token);

    public static Task<Answer> PostAsync(this Api api, string path, object body, string? token = null) => api.SendAsync(HttpMethod.Post, path, token, JsonContent.Create(body, options: Api.Json));

    /// <summary>An error as RFC 9457 has it: its status, its stable code, and a sentence for a human.</summary>
    public static JsonObject ShouldBeProblem(this Answer answer, int status, string code)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.MediaType.ShouldBe("application/problem+json");
        ((string?)answer.Json["code"]).ShouldBe(code, answer.Text);
        ((int?)answer.Json["status"]).ShouldBe(status);
        ShouldBeSentence((string?)answer.Json["detail"]);
        return answer.Json;
    }

    public static void ShouldBeDone(this HubReply reply) => reply.Ok.ShouldBeTrue(reply.Refusal?.ToString());

    /// <summary>A refusal of a hub: its stable code and a sentence.</summary>
    public static void ShouldBeRefused(this HubReply reply, string code)
    {
        reply.Ok.ShouldBeFalse();
        reply.Refusal!.Code.ShouldBe(code);
        ShouldBeSentence(reply.Refusal.Text);
    }

    private static void ShouldBeSentence(string? text)
    {
        text.ShouldNotBeNull();
        text.Length.ShouldBeGreaterThan(15, text);
        text.ShouldMatch(@"^[A-Z'].*[.…)]$", text);
    }
}
