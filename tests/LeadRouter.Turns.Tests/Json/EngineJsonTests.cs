using System.Text.Json;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Routing;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Json;

namespace LeadRouter.Turns.Tests.Json;

/// <summary>Everything that is stored or sent comes back from its JSON as it was.</summary>
public sealed class EngineJsonTests
{
    private static readonly Type[] Families =
        [typeof(Message), typeof(LeadEvent), typeof(LeadCommand), typeof(RepEvent), typeof(RepCommand), typeof(ContactEvent), typeof(ContactCommand)];

    private static readonly Type[] States = [typeof(Lead), typeof(Rep), typeof(Contact), typeof(WaitingLead), typeof(RepStatus)];

    public static TheoryData<Type> Types() => [.. Families.SelectMany(family => family.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(family))).Concat(States)];

    [Theory, MemberData(nameof(Types))]
    public void Every_type_comes_back_as_it_was_full_and_sparse(Type type)
    {
        foreach (var full in new[] { true, false })
        {
            var sample = new Samples(full).Of(type);
            var declared = Families.FirstOrDefault(type.IsAssignableTo) ?? type;
            var json = JsonSerializer.SerializeToUtf8Bytes(sample, declared, EngineJson.Options);
            var back = JsonSerializer.Deserialize(json, declared, EngineJson.Options).ShouldNotBeNull();
            back.GetType().ShouldBe(type);
            back.ShouldBeEquivalentTo(sample);
        }
    }

    [Fact]
    public void The_types_of_a_family_have_names_of_their_own()
    {
        foreach (var family in Families)
        {
            var names = family.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(family)).Select(type => type.Name).ToList();
            names.ShouldNotBeEmpty();
            names.ShouldBeUnique();
        }
    }

    [Fact]
    public void An_event_is_stored_under_its_records_name_in_camel_case() =>
        EngineJson.EventType(typeof(SlaWarned)).ShouldBe("slaWarned");

    [Fact]
    public void An_unknown_type_is_refused() =>
        Should.Throw<JsonException>(() => EngineJson.Read<Message>("""{"$type":"formatDisk"}"""u8.ToArray()));
}
