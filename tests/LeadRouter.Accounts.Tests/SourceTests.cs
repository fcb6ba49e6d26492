using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class SourceTests
{
    [Fact]
    public async Task A_key_finds_its_source_from_memory_until_it_is_revoked()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var keys = app.Service<ISourceKeys>();
        var created = await admin.CreateSourceAsync("landing page", "support");
        var reads = app.Store.Reads;

        created.Key.ShouldStartWith("lrk_");
        created.Key.Length.ShouldBe(47);
        (await keys.FindAsync(created.Key)).ShouldBe(new IntakeSource(created.SourceId, "landing page", "api", "support"));
        app.Store.Reads.ShouldBe(reads);

        (await admin.DeleteAsync("/api/v1/sources/" + created.SourceId)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await keys.FindAsync(created.Key)).ShouldBeNull();
        await (await admin.DeleteAsync("/api/v1/sources/" + created.SourceId)).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task A_key_works_after_a_restart_and_a_revoked_one_does_not()
    {
        var store = new InMemoryDocuments();
        CreateSourceResponse kept, gone;
        await using (var app = await TestApp.StartAsync(store: store))
        {
            var admin = await app.AdminAsync();
            (kept, gone) = (await admin.CreateSourceAsync("kept"), await admin.CreateSourceAsync("gone"));
            await admin.DeleteAsync("/api/v1/sources/" + gone.SourceId);
        }

        await using var restarted = await TestApp.StartAsync(store: store);
        (await restarted.Service<ISourceKeys>().FindAsync(kept.Key)).ShouldNotBeNull();
        (await restarted.Service<ISourceKeys>().FindAsync(gone.Key)).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lrk_wrong")]
    [InlineData("ключ")]
    public async Task What_is_no_key_finds_nothing(string? key)
    {
        await using var app = await TestApp.StartAsync();
        var keys = app.Service<ISourceKeys>();

        (await keys.FindAsync(key)).ShouldBeNull();
        (await keys.FindAsync(new string('a', 100_000))).ShouldBeNull();
    }

    [Fact]
    public async Task An_intake_key_signs_nobody_in()
    {
        await using var app = await TestApp.StartAsync();
        var created = await (await app.AdminAsync()).CreateSourceAsync("landing page");

        await (await app.Client(created.Key).GetAsync("/probe/default")).ShouldBeProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task Supervisors_see_sources_with_a_hint_of_the_key_only()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var created = await admin.CreateSourceAsync("landing page");
        var (vera, _) = await admin.CreateUserAsync("vera");

        var response = await vera.GetAsync("/api/v1/sources");

        (await response.Content.ReadAsStringAsync()).ShouldNotContain(created.Key);
        var source = (await response.ReadAsync<SourceDto[]>(HttpStatusCode.OK)).ShouldHaveSingleItem();
        source.ShouldBe(new SourceDto(created.SourceId, "landing page", "api", null, created.Key[..8] + "...", app.Time.GetUtcNow()));
    }

    [Theory]
    [InlineData("", "api", null, "name")]
    [InlineData("a\u0007b", "api", null, "name")]
    [InlineData("form", "fax", null, "channel")]
    [InlineData("form", "api", "nowhere", "queue")]
    [InlineData(null, "fax", "nowhere", "name,channel,queue")]
    public async Task Wrong_fields_are_named(string? name, string? channel, string? queue, string fields)
    {
        await using var app = await TestApp.StartAsync();

        var response = await (await app.AdminAsync()).PostAsync("/api/v1/sources", new CreateSourceRequest(name, channel, queue));

        (await response.ShouldBeProblemAsync(400, "validation_failed")).Errors!.Keys.ShouldBe(fields.Split(','));
    }

    [Fact]
    public async Task Names_are_unique_also_in_a_race_and_free_again_after_a_delete()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => admin.PostAsync("/api/v1/sources", new CreateSourceRequest(i % 2 == 0 ? "Form" : "form", null, null))));
        var made = await answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem().ReadAsync<CreateSourceResponse>(HttpStatusCode.Created);
        app.NoteSecret(made.Key);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) await refused.ShouldBeProblemAsync(409, "name_taken");

        await admin.DeleteAsync("/api/v1/sources/" + made.SourceId);
        await admin.CreateSourceAsync("FORM");
    }

    [Fact]
    public async Task A_revocation_that_cannot_be_stored_is_not_claimed()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var created = await admin.CreateSourceAsync("landing page");

        app.Store.Down = true;
        var response = await admin.DeleteAsync("/api/v1/sources/" + created.SourceId);
        await response.ShouldBeProblemAsync(503, "store_unavailable");
        response.Headers.RetryAfter.ShouldNotBeNull();

        app.Store.Down = false;
        (await app.Service<ISourceKeys>().FindAsync(created.Key)).ShouldNotBeNull();
        (await admin.DeleteAsync("/api/v1/sources/" + created.SourceId)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
