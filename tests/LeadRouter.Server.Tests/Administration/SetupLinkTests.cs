using System.Text.RegularExpressions;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>The first administrator of a server that was told no password.</summary>
public sealed partial class SetupLinkTests
{
    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_once()
    {
        await using var server = await ServerProcess.StartAsync(adminPassword: null);
        using var api = new Api(server.Address);
        var token = Link().Match(server.Output).Groups["token"].Value;
        token.ShouldNotBeEmpty(server.Output);
        (await api.PostAsync("/api/v1/setup", new SetupRequest("lru_" + new string('a', 43), "owner", "a good password"))).ShouldBeProblem(403, "setup_token_invalid");
        (await api.PostAsync("/api/v1/setup", new SetupRequest(token, "owner", "short"))).ShouldBeProblem(400, "validation_failed");

        var made = await api.PostAsync("/api/v1/setup", new SetupRequest(token, "owner", "a good password"));
        var again = await api.PostAsync("/api/v1/setup", new SetupRequest(token, "thief", "a good password"));

        made.Status.ShouldBe(200, made.Text);
        (await api.GetAsync("/api/v1/users", made.Read<SessionDto>().Token)).Read<AccountDto[]>().Single().Roles.ShouldBe(["admin"]);
        again.ShouldBeProblem(409, "setup_done");

        // And the next start says neither a link nor a key
        (await server.StopAsync()).ShouldBe(0, server.Output);
        var printed = server.Output.Length;
        await server.StartAgainAsync();
        (await api.SignInAsync("owner", "a good password")).ShouldNotBeEmpty();
        await Eventually.SeesAsync(() => Task.FromResult(server.Output[printed..]), text => text.Contains("Post a lead", StringComparison.Ordinal), "the second start's text");
        server.Output[printed..].ShouldNotContain("lru_");
        server.Output[printed..].ShouldNotContain("lrk_");
    }

    [GeneratedRegex(@"/setup#token=(?<token>lru_[\w-]+)")]
    private static partial Regex Link();
}
