using System.Collections.Concurrent;
using System.Globalization;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Backup;

/// <summary>The handbook's commands for a single server: a copy made while leads come in, put back in another folder.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private const int Senders = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-backup-").FullName;
    private int _phones;

    private string BackupFile => Path.Combine(_folder, "backups", "leadrouter.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_under_load_holds_every_lead_that_was_answered_before_it()
    {
        var data = Path.Combine(_folder, "restored");
        ConcurrentDictionary<string, string> accepted = [];
        List<KeyValuePair<string, string>> before;
        await using (var server = await ServerProcess.StartAsync())
        {
            using var api = new Api(server.Address);
            using var stop = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(api, server.IntakeKey, accepted, stop.Token)).ToList();
            await TestSupport.Eventually.TrueAsync(() => accepted.Count > 200, "200 leads");
            before = [.. accepted];

            // When it is backed up while more come in, and more come in after it
            await Commands.RunAsync(Handbook.Commands("SQLite")[0], ("DATA", server.DataFolder), ("BACKUP", BackupFile));
            var during = accepted.Count;
            await TestSupport.Eventually.TrueAsync(() => accepted.Count > during + 20, "leads after the backup");
            await stop.CancelAsync();
            await Task.WhenAll(senders);
            during.ShouldBeGreaterThan(before.Count, "nothing came in during the backup");
        }

        // And put where there was something else
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "leadrouter.db"), "what was there before");
        await Commands.RunAsync(Handbook.Commands("SQLite")[1], ("DATA", data), ("BACKUP", BackupFile));

        // Then a server on it has them all, with their people
        await using var restored = await ServerProcess.StartAsync(data: data);
        using var admin = await CallCentre.AdminAsync(restored);
        foreach (var (leadId, phone) in before)
            (await admin.LeadAsync(leadId)).Phone.ShouldBe(phone);
        (await File.ReadAllTextAsync(Path.Combine(data + ".old", "leadrouter.db"))).ShouldBe("what was there before");
    }

    [Fact]
    public async Task A_backup_that_is_there_is_not_written_over()
    {
        await using var server = await ServerProcess.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(BackupFile)!);
        await File.WriteAllTextAsync(BackupFile, "the one of yesterday");

        var (code, output) = await Commands.TryAsync(Handbook.Commands("SQLite")[0], ("DATA", server.DataFolder), ("BACKUP", BackupFile));

        code.ShouldBe(1);
        output.ShouldContain("is there already");
        (await File.ReadAllTextAsync(BackupFile)).ShouldBe("the one of yesterday");
        Directory.GetFiles(Path.GetDirectoryName(BackupFile)!).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("There is no database", "none")]
    [InlineData("could not be backed up", "text")]
    [InlineData("pg_dump", "none", "--Store:Postgres", "Host=127.0.0.1")]
    public async Task What_cannot_be_backed_up_is_said(string why, string data, params string[] more)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "text"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "text", "leadrouter.db"), new string('x', 10_000));

        var (code, output) = await ServerProcess.RunToEndAsync(["--backup", BackupFile, "--data", Path.Combine(_folder, data), .. more], TimeSpan.FromSeconds(30));

        code.ShouldBe(1);
        output.ShouldContain(why);
        File.Exists(BackupFile).ShouldBeFalse();
        Directory.Exists(Path.Combine(_folder, "none")).ShouldBeFalse();
    }

    private async Task SendAsync(Api api, string key, ConcurrentDictionary<string, string> accepted, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var phone = string.Create(CultureInfo.InvariantCulture, $"+97252{3_000_000 + Interlocked.Increment(ref _phones):D7}");
            accepted[(await api.AcceptLeadAsync(key, new PostLeadRequest { Name = "Dana Levi", Phone = phone }, CancellationToken.None)).LeadId] = phone;
        }
    }
}
