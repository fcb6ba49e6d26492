using LeadRouter.Storage.Sqlite;
using LeadRouter.Storage.Tests.PowerCut;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class CrashDurabilityTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(3000)]
    public async Task Every_acknowledged_commit_survives_a_kill_and_no_turn_is_there_in_part(int lines)
    {
        var folder = SqliteUnderTest.NewFolder();
        try
        {
            using var child = new ChildProcess(folder);
            var answered = AnsweredTurns.Of(await child.KillAfterAsync(lines), before: int.MaxValue);
            // The dead process holds the folder no longer.
            await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = folder }, TimeProvider.System);
            (await answered.LossesAsync(store)).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
