using LeadRouter.Storage.Sqlite;
using LeadRouter.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace LeadRouter.Storage.Tests.PowerCut;

public sealed class SqlitePowerCutTests(ITestOutputHelper output)
{
    [CutDiskFact]
    public async Task Nothing_answered_is_lost_when_the_power_is_cut_at_any_instant()
    {
        var cuts = new PowerCuts();
        output.WriteLine($"{cuts}");
        var answers = 0;
        foreach (var cutsOfDisk in cuts.Disks())
        {
            await using var disk = await CutDisk.FormatAsync();
            for (var cut = 0; cut < cutsOfDisk; cut++)
            {
                var answered = await CutAsync(disk, cuts);
                (await LossesAsync(disk, answered)).ShouldBeEmpty($"after cut {cut + 1} of a disk, {cuts}");
                answers += answered.Count;
            }
        }
        output.WriteLine($"{answers} turns were answered.");
    }

    [CutDiskFact("strace")]
    public async Task A_store_whose_syncs_do_nothing_is_seen_to_lose_what_it_answered()
    {
        await using var disk = await CutDisk.FormatAsync();
        await using (await OpenAsync(disk)) { }
        using var child = new ChildProcess(DataFolder(disk), pretendsToSync: true);
        var answered = AnsweredTurns.Of(await child.KillAfterAsync(500, disk.Cut), before: 500);
        await disk.PowerOnAsync();
        (await LossesAsync(disk, answered)).ShouldNotBeEmpty();
    }

    private static async Task<AnsweredTurns> CutAsync(CutDisk disk, PowerCuts cuts)
    {
        using var child = new ChildProcess(DataFolder(disk));
        var answers = cuts.NextAnswers();
        var said = await child.KillAfterAsync(answers, () => cuts.Cut(disk));
        await disk.PowerOnAsync();
        return AnsweredTurns.Of(said, before: answers);
    }

    private static async Task<List<string>> LossesAsync(CutDisk disk, AnsweredTurns answered)
    {
        await using var store = await OpenAsync(disk);
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder(disk), "leadrouter.db"), Pooling = false }.ToString());
        db.Open();
        using var check = db.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        check.ExecuteScalar().ShouldBe("ok");
        return await answered.LossesAsync(store);
    }

    private static Task<SqliteStore> OpenAsync(CutDisk disk) => SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = DataFolder(disk) }, TimeProvider.System);

    private static string DataFolder(CutDisk disk) => Path.Combine(disk.Folder, "data");
}
