using System.Runtime.CompilerServices;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Storage.Sqlite;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>A database from before the rows of leads held what the board needs of them; the server's tests tell how it came about.</summary>
public sealed class OldLeadsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Leads_that_are_open_get_what_the_board_needs_from_their_states()
    {
        var folder = SqliteUnderTest.NewFolder();
        Directory.CreateDirectory(folder);
        File.Copy(OldDatabase(), Path.Combine(folder, "leadrouter.db"));
        try
        {
            await using (var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = folder }, TimeProvider.System))
            {
                var open = await store.ReadOpenLeadsAsync(null, 100, None);
                open.Select(lead => lead.LeadId).ShouldBe((await store.FindLeadsAsync(new LeadQuery { Open = true }, None)).Order(StringComparer.Ordinal));
                open.Count.ShouldBe(2, "Dana's and Noa's; Omer's is withdrawn");
                foreach (var lead in open)
                {
                    var stored = (await store.LoadAsync(Lead(lead.LeadId))).ShouldNotBeNull();
                    lead.Live.ShouldBe(LiveLead.Of(StoredJson.Read<Lead>(stored.State)));
                }
                open.ShouldContain(lead => lead.Live.Status == LeadStatus.Waiting);
            }
            await using var again = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = folder }, TimeProvider.System);
            (await again.ReadOpenLeadsAsync(null, 100, None)).Count.ShouldBe(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string OldDatabase([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../LeadRouter.Server.Tests/Operations/OldData/leadrouter-eb803b5.db"));
}
