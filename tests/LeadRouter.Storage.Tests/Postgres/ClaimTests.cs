using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Tests.Postgres;

/// <summary>Who may use one database at the same time: one server on its own, or the servers of one cluster.</summary>
[Collection("postgres")]
public sealed class ClaimTests(PostgresFixture postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [PostgresFact]
    public async Task A_server_on_its_own_lets_nobody_else_in()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        await under.Store.ClaimAsync(null, None);

        await Should.ThrowAsync<StoreOpenException>(() => second.ClaimAsync(null, None));
        (await Should.ThrowAsync<StoreOpenException>(() => second.ClaimAsync("blue", None))).Message.ShouldContain("Cluster:Id");
    }

    [PostgresFact]
    public async Task The_servers_of_one_cluster_share_it_and_others_are_kept_out()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        await using var third = await under.OpenSecondAsync();
        await under.Store.ClaimAsync("blue", None);
        await second.ClaimAsync("blue", None);

        (await Should.ThrowAsync<StoreOpenException>(() => third.ClaimAsync("green", None))).Message.ShouldContain("'green'");
        (await Should.ThrowAsync<StoreOpenException>(() => third.ClaimAsync(null, None))).Message.ShouldContain("Cluster:Redis");
    }

    [PostgresFact]
    public async Task Whoever_comes_after_the_last_has_gone_may_be_of_another_kind()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using (var gone = await under.OpenSecondAsync())
            await gone.ClaimAsync("blue", None);

        await under.Store.ClaimAsync(null, None);
    }
}
