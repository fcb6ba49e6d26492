using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Accounts.Tests;

/// <summary>
/// One approved example per document and version, in Approved. A type that is written differently than its file needs a new version,
/// an upcaster and a file of its own; the older files stay, and are read for ever.
/// </summary>
public sealed class StoredDocumentsTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names() => [.. AccountFormat.Format.Types.Select(stored => stored.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_document_is_written_as_approved(string name)
    {
        var stored = Type(name);
        var file = Approved(name, stored.Version);
        var written = Indented((byte[])Call(nameof(StoredFormat.Write), stored, Sample(stored))!);
        File.Exists(file).ShouldBeTrue($"{file} is missing; it must hold:\n{written}");
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(written, $"'{name}' is written differently than approved: give it a new version, an upcaster and a file");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_approved_version_is_read(string name)
    {
        var stored = Type(name);
        for (var version = 1; version <= stored.Version; version++)
            Call(nameof(StoredFormat.Read), stored, File.ReadAllBytes(Approved(name, version))).ShouldBeEquivalentTo(Sample(stored));
    }

    [Fact]
    public void Every_approved_file_is_of_a_stored_type() =>
        Directory.GetFiles(Path.GetDirectoryName(Approved("any", 1))!).Select(file => Path.GetFileName(file).Split('.')[0])
            .Except(AccountFormat.Format.Types.Select(stored => stored.Name)).ShouldBeEmpty("what was stored under these names can no longer be read");

    [Fact]
    public void A_newer_version_is_refused_by_its_name()
    {
        var refused = Should.Throw<StoredFormatException>(() => Read("""{"$v":2,"user":"dana","stamp":1,"createdAt":"2026-03-01T12:00:00Z","lastSeenAt":"2026-03-01T12:00:00Z","device":"phone"}"""));
        refused.Message.ShouldContain("'session'");
        refused.Message.ShouldContain("version 2");
    }

    [Fact]
    public void A_member_that_is_not_known_is_refused_and_not_lost_with_the_next_write()
    {
        var refused = Should.Throw<StoredFormatException>(() => Read("""{"user":"dana","stamp":1,"createdAt":"2026-03-01T12:00:00Z","lastSeenAt":"2026-03-01T12:00:00Z","device":"phone"}"""));
        refused.Message.ShouldContain("sessions");
        refused.Message.ShouldContain("device");
        refused.Message.ShouldNotContain("dana");
    }

    [Fact]
    public async Task A_server_does_not_start_on_accounts_that_it_cannot_read()
    {
        var store = new InMemoryDocuments();
        await store.PutAsync("accounts", "dana@example.com", """{"$v":9}"""u8.ToArray(), null, CancellationToken.None);
        var refused = await Should.ThrowAsync<StoredFormatException>(() => TestApp.StartAsync(store: store));
        refused.Message.ShouldContain("'account' was written in version 9 by a newer version of LeadRouter");
    }

    private static StoredSession Read(string json) => JsonDocuments.Read<StoredSession>("sessions", new StoredDocument("a", 1, Encoding.UTF8.GetBytes(json)));

    private static StoredType Type(string name) => AccountFormat.Format.Types.Single(type => type.Name == name);

    private static object Sample(StoredType stored) => new Samples(full: true).Of(stored.Type);

    private static object? Call(string method, StoredType stored, object argument) =>
        typeof(StoredFormat).GetMethod(method)!.MakeGenericMethod(stored.Type).Invoke(AccountFormat.Format, [argument]);

    private static string Indented(byte[] json) => JsonNode.Parse(json)!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private static string Approved(string name, int version, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Approved", $"{name}.v{version}.json");
}
