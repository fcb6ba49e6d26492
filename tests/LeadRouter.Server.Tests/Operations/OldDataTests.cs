using System.Runtime.CompilerServices;
using System.Text;
using LeadRouter.Server.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>
/// A data folder of the commit before stored types had versions: OldData/leadrouter-eb803b5.db was written by that server, by
/// hand. Dana posted twice, Omer's lead was withdrawn, Noa's waits. The people are made up, and the key opens nothing else.
/// </summary>
public sealed class OldDataTests : IDisposable
{
    private const string Key = "lrk_-qvxCFAsRDWkyv1kbC2O6EFVAYtu2lKhLnm1J6H8LW8";
    private const string Dana = "01a20fafe4217267a2d30846a41e2109";
    private const string Omer = "01a20fafe4a87deaa967e3150c42794b";

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-old-").FullName;

    private string Database => Path.Combine(_folder, "leadrouter.db");

    [Fact]
    public async Task A_folder_of_an_older_version_is_opened_upgraded_and_used()
    {
        File.Copy(OldDatabase(), Database);
        (await JournalAsync("events")).ShouldContain("Dana Levi");
        await using (var server = await ServerProcess.StartAsync(data: _folder))
        {
            using var admin = await CallCentre.AdminAsync(server);
            (await admin.GetAsync<LeadPageDto>("/api/v1/leads?q=dana")).Leads.ShouldHaveSingleItem().LeadId.ShouldBe(Dana);

            var dana = await admin.LeadAsync(Dana);
            dana.Phone.ShouldBe("+972521110001");
            var posts = dana.Timeline.Where(entry => entry.Type is "leadReceived" or "leadRepeated").Select(entry => entry.Data.GetProperty("post")).ToList();
            posts.Select(post => post.GetProperty("name").GetString()).ShouldBe(["Dana Levi", "Dana L."]);
            posts[0].GetProperty("message").GetString().ShouldBe("Please call \"after\" five. שלום 😀");
            posts[0].GetProperty("attributes").GetProperty("city").GetString().ShouldBe("Haifa");
            (await admin.LeadAsync(Omer)).Timeline.Single(entry => entry.Type == "leadClosed").Data.GetProperty("reason").GetString().ShouldBe("Omer asked us not to call");

            (await admin.AcceptLeadAsync(Key, new PostLeadRequest { Name = "Dana again", Phone = "+972521110001" })).DuplicateOf.ShouldBe(Dana);
            (await admin.AcceptLeadAsync(Key, new PostLeadRequest { Name = "Omer again", Phone = "+972521110002" })).DuplicateOf.ShouldBeNull();
            await Eventually.SeesAsync(() => admin.LeadAsync(Dana), lead => lead.RepeatCount == 2, "Dana's third post on her lead");
            (await server.StopAsync()).ShouldBe(0);
        }

        var journal = await JournalAsync("events");
        var personal = await JournalAsync("personal");
        foreach (var word in new[] { "Dana Levi", "Dana again", "+972521110001", "\\u002B972521110001", "dana@example.com", "Haifa", "Omer" })
            journal.ShouldNotContain(word);
        foreach (var word in new[] { "Dana Levi", "Dana again", "dana@example.com", "Haifa", "Omer asked us not to call" })
            personal.ShouldContain(word);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>All JSON of a table, as text.</summary>
    private async Task<string> JournalAsync(string table)
    {
        await using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = table == "events" ? "SELECT data FROM events" : "SELECT data FROM personal";
        var text = new StringBuilder();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            text.AppendLine(Encoding.UTF8.GetString((byte[])rows[0]));
        return text.ToString();
    }

    private static string OldDatabase([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "OldData", "leadrouter-eb803b5.db");
}
