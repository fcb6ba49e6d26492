using LeadRouter.Storage.Postgres;

namespace LeadRouter.Storage.Tests.Postgres;

[Collection("postgres")]
public sealed class SessionsTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task What_guards_the_writers_lock_is_in_force_in_every_session()
    {
        await using var source = Sessions.Source(new PostgresStoreOptions { ConnectionString = postgres.Started.ConnectionString });
        await using var command = source.CreateCommand("""
            SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('statement_timeout'),
                current_setting('idle_in_transaction_session_timeout'), current_setting('tcp_keepalives_idle'), current_setting('tcp_user_timeout'))
            """);
        (await command.ExecuteScalarAsync()).ShouldBe("15s 30s 10s 5 15000");
    }
}
