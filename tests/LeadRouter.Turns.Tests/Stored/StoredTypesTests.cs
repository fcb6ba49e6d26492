using System.Text;
using System.Text.Json;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Tests.Stored;

/// <summary>Everything that is stored or sent has a name, and comes back from its JSON as it was.</summary>
public sealed class StoredTypesTests
{
    public static TheoryData<Type> Types() => [.. StoredJson.Types.Select(stored => stored.Type)];

    [Theory, MemberData(nameof(Types))]
    public void Every_type_comes_back_as_it_was_full_and_sparse(Type type)
    {
        foreach (var full in new[] { true, false })
        {
            var sample = new Samples(full).Of(type);
            // The journal has events by their name, as the records they are.
            var declared = StoredTypes.Families.FirstOrDefault(family => type.IsAssignableTo(family) && !family.Name.EndsWith("Event", StringComparison.Ordinal)) ?? type;
            var json = JsonSerializer.SerializeToUtf8Bytes(sample, declared, StoredJson.Written);
            var back = JsonSerializer.Deserialize(json, declared, StoredJson.Written).ShouldNotBeNull();
            back.GetType().ShouldBe(type);
            back.ShouldBeEquivalentTo(sample);
        }
    }

    [Fact]
    public void Every_kind_of_a_family_is_in_the_table()
    {
        foreach (var family in StoredTypes.Families)
        {
            var kinds = family.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(family)).ToList();
            kinds.ShouldNotBeEmpty();
            kinds.Except(StoredJson.Types.Select(stored => stored.Type)).ShouldBeEmpty("give these a name in StoredTypes");
        }
    }

    [Fact]
    public void No_two_types_share_a_name() => StoredJson.Types.Select(stored => stored.Name).ShouldBeUnique();

    [Fact]
    public void An_unknown_message_is_refused_by_its_name() =>
        Should.Throw<StoredFormatException>(() => StoredJson.Read<Message>("""{"$type":"formatDisk"}"""u8.ToArray())).Message.ShouldContain("'formatDisk'");

    [Fact]
    public void An_unknown_command_in_a_message_is_refused_by_its_name() =>
        Should.Throw<StoredFormatException>(() => StoredJson.Read<Message>("""{"$type":"tellLead","command":{"$type":"sellLead"}}"""u8.ToArray())).Message.ShouldContain("'sellLead'");

    [Fact]
    public void An_unknown_event_is_refused_by_its_name() =>
        Should.Throw<StoredFormatException>(() => StoredJson.ReadEvent(Journal(new EventWrite(1, default, "leadSold", "{}"u8.ToArray())))).Message.ShouldContain("'leadSold'");

    public static TheoryData<Type> EventTypes() => [.. StoredJson.Types.Select(stored => stored.Type)
        .Where(type => type.IsAssignableTo(typeof(LeadEvent)) || type.IsAssignableTo(typeof(RepEvent)) || type.IsAssignableTo(typeof(ContactEvent)))];

    [Theory, MemberData(nameof(EventTypes))]
    public void An_event_comes_back_from_its_two_parts_and_without_the_erased_one(Type type)
    {
        var sample = new Samples(full: true).Of(type);
        var written = StoredJson.WriteEvent(1, new RecordedEvent(default, sample));
        StoredJson.ReadEvent(Journal(written)).ShouldBeEquivalentTo(sample);
        StoredJson.ReadEvent(Journal(written with { Personal = null })).GetType().ShouldBe(type);
    }

    [Fact]
    public void What_is_personal_stands_apart()
    {
        var post = (LeadPost)new Samples(full: true).Of(typeof(LeadPost)) with { Name = "Dana", Phone = Phone.Of("+972521234567"), Email = "dana@example.com", Message = "hello", Attributes = new Dictionary<string, string> { ["city"] = "Haifa" } };
        var written = StoredJson.WriteEvent(1, new RecordedEvent(default, (LeadReceived)new Samples(full: true).Of(typeof(LeadReceived)) with { Post = post }));
        foreach (var word in new[] { "Dana", "972521234567", "dana@example.com", "hello", "Haifa" })
        {
            Encoding.UTF8.GetString(written.Data).ShouldNotContain(word);
            Encoding.UTF8.GetString(written.Personal.ShouldNotBeNull()).ShouldContain(word);
        }

        Encoding.UTF8.GetString(written.Personal.ShouldNotBeNull()).ShouldNotContain("source");
    }

    [Fact]
    public void An_event_with_nothing_personal_has_one_part()
    {
        StoredJson.WriteEvent(1, new RecordedEvent(default, new Samples(full: true).Of(typeof(LeadOffered)))).Personal.ShouldBeNull();
        StoredJson.WriteEvent(1, new RecordedEvent(default, (LeadClosed)new Samples(full: true).Of(typeof(LeadClosed)) with { Reason = null })).Personal.ShouldBeNull();
    }

    private static StoredEvent Journal(EventWrite written) => new(1, new ActorId(ActorKinds.Lead, "a"), written.Sequence, written.At, written.Type, written.Data, written.Personal);
}
