using System.Net;

namespace LeadRouter.Accounts.Tests;

/// <summary>How tokens come in, and what a browser may be made to do.</summary>
public sealed class AccessTests
{
    [Theory]
    [InlineData("/hubs/probe", HttpStatusCode.OK)]
    [InlineData("/api/v1/sessions/current", HttpStatusCode.Unauthorized)]
    [InlineData("/probe/default", HttpStatusCode.Unauthorized)]
    [InlineData("/hubsandmore", HttpStatusCode.NotFound)]
    public async Task A_token_in_the_query_opens_hubs_only(string path, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync();
        var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);

        (await app.Client().GetAsync($"{path}?access_token={session.Token}")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_bad_bearer_token_is_not_made_good_by_a_cookie()
    {
        await using var app = await TestApp.StartAsync();
        var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);

        var response = await app.Client("lrs_bad").SendAsync(HttpMethod.Get, "/api/v1/sessions/current", null, Cookie(session.Token));

        await response.ShouldBeProblemAsync(401, "unauthenticated");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites(bool https)
    {
        await using var app = await TestApp.StartAsync(https: https);

        var response = await app.Client(secure: https).TrySignInAsync("admin", TestApp.AdminPassword);

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        app.NoteSecret(cookie.Split('=', ';')[1]);
        var parts = cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).ToList();
        parts.ShouldContain("httponly");
        parts.ShouldContain("samesite=strict");
        parts.ShouldContain("path=/");
        parts.Contains("secure").ShouldBe(https);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("DELETE", "Sec-Fetch-Site", "same-origin", true)]
    [InlineData("DELETE", "Sec-Fetch-Site", "cross-site", false)]
    [InlineData("DELETE", "Sec-Fetch-Site", "same-site", false)]
    [InlineData("DELETE", "Origin", "SELF", true)]
    [InlineData("DELETE", "Origin", "https://evil.example", false)]
    [InlineData("DELETE", "Origin", "null", false)]
    [InlineData("DELETE", null, null, false)]
    [InlineData("GET", "Origin", "https://evil.example", true)]
    [InlineData("GET", null, null, true)]
    public async Task A_cookie_acts_for_this_sites_own_pages_only(string method, string? header, string? value, bool allowed)
    {
        await using var app = await TestApp.StartAsync();
        var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);
        var headers = new List<(string, string)> { Cookie(session.Token) };
        if (header is not null) headers.Add((header, value == "SELF" ? app.Address.GetLeftPart(UriPartial.Authority) : value!));

        var path = method == "GET" ? "/api/v1/sessions/current" : "/api/v1/sessions";
        var response = await app.Client().SendAsync(new HttpMethod(method), path, null, [.. headers]);

        if (allowed) response.IsSuccessStatusCode.ShouldBeTrue(response.StatusCode.ToString());
        else await response.ShouldBeProblemAsync(403, "cross_site");
        var stillIn = (await app.Client(session.Token).GetAsync("/api/v1/sessions/current")).IsSuccessStatusCode;
        stillIn.ShouldBe(!allowed || method == "GET");
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("SELF", true)]
    [InlineData(null, true)]
    public async Task Another_site_cannot_open_a_hub_with_the_cookie(string? origin, bool allowed)
    {
        await using var app = await TestApp.StartAsync();
        var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);
        var headers = new List<(string, string)> { Cookie(session.Token) };
        if (origin is not null) headers.Add(("Origin", origin == "SELF" ? app.Address.GetLeftPart(UriPartial.Authority) : origin));

        var response = await app.Client().SendAsync(HttpMethod.Get, "/hubs/probe", null, [.. headers]);

        if (allowed) response.StatusCode.ShouldBe(HttpStatusCode.OK);
        else await response.ShouldBeProblemAsync(403, "cross_site");
    }

    [Fact]
    public async Task What_needs_no_sign_in_and_what_carries_a_token_is_not_asked_for_its_origin()
    {
        await using var app = await TestApp.StartAsync();
        var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);
        var evil = ("Origin", "https://evil.example");

        (await app.Client().SendAsync(HttpMethod.Post, "/probe/open", null, Cookie(session.Token), evil)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Client(session.Token).SendAsync(HttpMethod.Delete, "/api/v1/sessions", null, evil)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static (string, string) Cookie(string token) => ("Cookie", "leadrouter_session=" + token);
}
