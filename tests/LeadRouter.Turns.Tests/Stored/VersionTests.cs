using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Tests.Stored;

/// <summary>What an older program wrote is read; what a newer one wrote is refused.</summary>
public sealed class VersionTests
{
    /// <summary>A program that has renamed members: two steps for the event, one for the command.</summary>
    private static readonly StoredFormat Later = new(
        [new(typeof(LeadReassigned), "leadReassigned", 3), new(typeof(TellRep), "tellRep"), new(typeof(ConnectRep), "connectRep", 2)],
        [typeof(Message), typeof(RepCommand)],
        new Dictionary<(string, int), Action<JsonObject>>
        {
            [("leadReassigned", 1)] = json => Rename(json, "supervisor", "who"),
            [("leadReassigned", 2)] = json => Rename(json, "who", "by"),
            [("connectRep", 1)] = json => Rename(json, "screen", "connection"),
        });

    [Theory]
    [InlineData("""{"supervisor":"ann","queue":"sales"}""")]
    [InlineData("""{"$type":"leadReassigned","supervisor":"ann","queue":"sales"}""")]
    [InlineData("""{"$v":2,"who":"ann","queue":"sales"}""")]
    [InlineData("""{"$v":3,"by":"ann","queue":"sales"}""")]
    public void An_event_of_any_version_is_read(string json)
    {
        Later.ReadEvent(Event(json)).ShouldBe(new LeadReassigned("ann", null, "sales"));
        Later.ReadEvent(Event(json) with { Personal = "{}"u8.ToArray() }).ShouldBe(new LeadReassigned("ann", null, "sales"));
    }

    [Fact]
    public void An_event_is_written_with_its_version_first() =>
        Encoding.UTF8.GetString(Later.WriteEvent(1, new RecordedEvent(default, new LeadReassigned("ann", null, "sales"))).Data).ShouldStartWith("""{"$v":3,""");

    [Fact]
    public void An_event_of_a_newer_version_is_refused_by_its_name()
    {
        var refused = Should.Throw<StoredFormatException>(() => Later.ReadEvent(Event("""{"$v":4}"""))).Message;
        refused.ShouldContain("'leadReassigned'");
        refused.ShouldContain("version 4");
    }

    [Fact]
    public void A_member_that_is_not_known_is_refused() =>
        Should.Throw<JsonException>(() => Later.ReadEvent(Event("""{"$v":3,"by":"ann","queue":"sales","because":"rain"}"""))).Message.ShouldContain("because");

    [Fact]
    public void Elsewhere_a_member_that_is_not_known_is_passed_over() =>
        JsonSerializer.Deserialize<ConnectRep>("""{"connection":"s","because":"rain"}""", Later.Options).ShouldBe(new ConnectRep("s"));

    [Theory]
    [InlineData("""{"$type":"tellRep","command":{"$type":"connectRep","screen":"s"}}""")]
    [InlineData("""{"$type":"tellRep","command":{"$type":"connectRep.2","connection":"s"}}""")]
    public void A_command_in_a_message_is_read_in_any_version(string json) =>
        Later.Read<Message>(Encoding.UTF8.GetBytes(json)).ShouldBe(new TellRep(new ConnectRep("s")));

    [Fact]
    public void A_message_comes_back_from_its_own_json()
    {
        Message message = new TellRep(new ConnectRep("s"));
        Later.Read<Message>(Later.Write(message)).ShouldBe(message);
    }

    [Fact]
    public void A_command_of_a_newer_version_is_refused() =>
        Should.Throw<StoredFormatException>(() => Later.Read<Message>("""{"$type":"tellRep","command":{"$type":"connectRep.3"}}"""u8.ToArray())).Message.ShouldContain("version 3");

    private static StoredEvent Event(string json) => new(1, new ActorId(ActorKinds.Lead, "a"), 1, default, "leadReassigned", Encoding.UTF8.GetBytes(json));

    private static void Rename(JsonObject json, string from, string to)
    {
        json[to] = json[from]?.DeepClone();
        json.Remove(from);
    }
}
