using System.Net;
using LeadRouter.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts.Tests;

/// <summary>Every test looks for leaks when its application ends (see <see cref="TestApp"/>); this one makes sure that there is something to find.</summary>
public sealed class LeakTests
{
    [Fact]
    public async Task No_secret_reaches_the_log_or_the_disk_on_any_path()
    {
        await using var app = await TestApp.StartAsync(admin: false);
        const string user = "anna.longname@example.com";
        const string password = "p4ssw0rd & more";
        app.NoteSecret(password);
        var setup = await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, user, password));
        var token = (await setup.ReadAsync<SessionDto>(HttpStatusCode.OK)).Token;
        app.NoteSecret(token);
        // The page that the link opens is served by others, but the query passes the same pipeline.
        await app.Client().GetAsync("/setup?token=" + app.SetupToken);
        var admin = app.Client(token);
        await admin.CreateSourceAsync("landing page");
        var (_, board) = await admin.CreateBoardTokenAsync();
        await app.Client().GetAsync("/hubs/wallboard?access_token=" + board.Token);
        await app.Client().GetAsync("/hubs/probe?access_token=" + token);
        for (var i = 0; i < 6; i++) await app.Client().TrySignInAsync(user, "guess number " + i);
        await app.Client().TrySignInAsync("typed-a-password-here", "guess number 1");
        await app.Client().SendAsync(HttpMethod.Delete, "/api/v1/sessions", null, ("Cookie", "leadrouter_session=" + token));

        app.Secrets.Count.ShouldBeGreaterThan(8);
        app.Logs.Lines.Count.ShouldBeGreaterThan(50);
        app.Logs.Lines.ShouldContain(line => line.Contains("an*** is locked", StringComparison.Ordinal));
        app.Logs.Lines.ShouldNotContain(line => line.Contains(user, StringComparison.Ordinal) || line.Contains("typed-a-password-here", StringComparison.Ordinal));
    }

    [Fact]
    public void Request_lines_stay_out_of_providers_with_their_own_levels_too()
    {
        var options = new LoggerFilterOptions();
        options.Rules.Add(new LoggerFilterRule("Console", null, LogLevel.Trace, null));
        options.Rules.Add(new LoggerFilterRule(null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Information, null));

        new RequestLogFilter().PostConfigure(null, options);

        string[] categories = ["Microsoft.AspNetCore.Hosting.Diagnostics", "LeadRouter.Accounts.TokenAuthenticationHandler"];
        options.Rules.TakeLast(4).Select(rule => (rule.ProviderName, rule.CategoryName, rule.LogLevel)).ShouldBe(
            new[] { "Console", null }.SelectMany(_ => categories, (provider, category) => ((string?)provider, (string?)category, (LogLevel?)LogLevel.Warning)));
    }

    [Fact]
    public void What_holds_a_secret_does_not_print_it()
    {
        var hash = new PasswordHasher<string>().HashPassword("", "some password");
        object[] holders =
        [
            new Account { User = "anna@example.com", Name = "Anna", Roles = ["admin"], PasswordHash = hash, CreatedAt = default },
            new StartedSession("lrs_secret", default, new UserDto("anna", "Anna", [], null)),
            new AccountChange(Password: "lrs_secret"),
            new CreatedSource("lrs_secret", null!),
            new CreatedBoardToken("lrs_secret", "brd_1", null!),
            new PresentedToken("lrs_secret", PresentedToken.Bearer),
        ];

        foreach (var holder in holders)
        {
            holder.ToString()!.ShouldNotContain("lrs_secret");
            holder.ToString()!.ShouldNotContain(hash);
            holder.ToString()!.ShouldNotContain("anna@");
        }
    }
}
