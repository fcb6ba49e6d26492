using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Tests.Stored;

/// <summary>
/// One approved example per stored type and version. A type that is written differently than its file needs a new version,
/// an upcaster and a file of its own; the older files stay, and are read for ever.
/// </summary>
public sealed class ApprovedTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names() => [.. StoredJson.Types.Select(stored => stored.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_stored_type_is_written_as_approved(string name)
    {
        var stored = StoredJson.Types.Single(type => type.Name == name);
        var file = Path.Combine(Folder(), $"{name}.v{stored.Version}.json");
        var written = Indented(Write(stored, Sample(stored)));
        File.Exists(file).ShouldBeTrue($"{file} is missing; it must hold:\n{written}");
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(written, $"'{name}' is written differently than approved: give it a new version, an upcaster and a file");
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_approved_is_read(string name)
    {
        var stored = StoredJson.Types.Single(type => type.Name == name);
        Read(stored, Approved(name, stored.Version)).ShouldBeEquivalentTo(Sample(stored));
    }

    /// <summary>A version that takes a member away or renames one has to be excepted here, and have a test of its own.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Nothing_of_an_older_version_is_lost_when_it_is_read(string name)
    {
        var stored = StoredJson.Types.Single(type => type.Name == name);
        for (var version = 1; version < stored.Version; version++)
        {
            var (old, now) = (JsonNode.Parse(Approved(name, version))!.AsObject(), JsonNode.Parse(Write(stored, Read(stored, Approved(name, version))!))!.AsObject());
            foreach (var (member, value) in old.Where(member => !member.Key.StartsWith('$')))
                Holds(now[member], value).ShouldBeTrue($"{name}.{member} of version {version}");
        }
    }

    [Fact]
    public void Every_approved_file_is_of_a_stored_type() =>
        Directory.GetFiles(Folder()).Select(file => Path.GetFileName(file).Split('.')[0]).Except(StoredJson.Types.Select(stored => stored.Name))
            .ShouldBeEmpty("what was stored under these names can no longer be read");

    /// <summary>A newer version may have more in it, at any depth.</summary>
    private static bool Holds(JsonNode? now, JsonNode? old) => (now, old) switch
    {
        (JsonObject newer, JsonObject older) => older.All(member => Holds(newer[member.Key], member.Value)),
        (JsonArray newer, JsonArray older) => newer.Count == older.Count && newer.Zip(older, Holds).All(held => held),
        _ => JsonNode.DeepEquals(now, old),
    };

    private static object Sample(StoredType stored) => new Samples(full: true).Of(stored.Type);

    private static bool IsEvent(Type type) => Family(type)?.Name.EndsWith("Event", StringComparison.Ordinal) == true;

    private static Type? Family(Type type) => StoredTypes.Families.FirstOrDefault(type.IsAssignableTo);

    private static byte[] Approved(string name, int version) => File.ReadAllBytes(Path.Combine(Folder(), $"{name}.v{version}.json"));

    private static byte[] Write(StoredType stored, object value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, IsEvent(stored.Type) ? stored.Type : Family(stored.Type) ?? stored.Type, StoredJson.Written);

    private static object? Read(StoredType stored, byte[] json) => IsEvent(stored.Type)
        ? StoredJson.ReadEvent(new StoredEvent(1, new ActorId(ActorKinds.Lead, "a"), 1, default, stored.Name, json))
        : typeof(StoredJson).GetMethod(nameof(StoredJson.Read))!.MakeGenericMethod(Family(stored.Type) ?? stored.Type).Invoke(null, [json]);

    private static string Indented(byte[] json) => JsonNode.Parse(json)!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");
}
