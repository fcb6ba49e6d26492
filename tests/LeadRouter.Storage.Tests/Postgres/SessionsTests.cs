using LeadRouter.Storage.Postgres;
using Npgsql;

namespace LeadRouter.Storage.Tests.Postgres;

[Collection("postgres")]
public sealed class SessionsTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task What_guards_the_writers_lock_is_in_force_in_every_session()
    {
        foreach (var open in new[] { Sessions.Readers, Sessions.Writers }) await InForceAsync(open);
    }

    [PostgresFact]
    public async Task Options_of_the_users_connection_string_stay_where_they_are_not_ours()
    {
        await using var source = Sessions.Readers(Options("-c work_mem=7MB -c lock_timeout=1h"));
        await using var command = source.CreateCommand("SELECT concat_ws(' ', current_setting('work_mem'), current_setting('lock_timeout'))");
        (await command.ExecuteScalarAsync()).ShouldBe("7MB 15s");
    }

    private PostgresStoreOptions Options(string options) => new() { ConnectionString = $"{postgres.Started.ConnectionString};Options={options}" };

    private async Task InForceAsync(Func<PostgresStoreOptions, NpgsqlDataSource> open)
    {
        await using var source = open(new PostgresStoreOptions { ConnectionString = postgres.Started.ConnectionString });
        await using var command = source.CreateCommand("""
            SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('statement_timeout'),
                current_setting('idle_in_transaction_session_timeout'), current_setting('tcp_keepalives_idle'), current_setting('tcp_user_timeout'))
            """);
        (await command.ExecuteScalarAsync()).ShouldBe("15s 30s 10s 5 15000");
    }
}
