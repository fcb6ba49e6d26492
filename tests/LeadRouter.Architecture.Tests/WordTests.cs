using System.Text.Json;
using System.Text.Json.Nodes;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Queues.Policies;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Architecture.Tests;

/// <summary>What the server names, the screens have words for: a new event or state fails here and not before a rep.</summary>
public sealed class WordTests
{
    public static TheoryData<string, string[]> Named => new()
    {
        { "timeline", [.. typeof(LeadEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LeadEvent))).Select(type => type.Name)] },
        { "lead.state", Enum.GetNames<LeadStatus>() },
        { "queueReason", Enum.GetNames<QueueReason>() },
        { "offerEnd", Enum.GetNames<OfferEnd>() },
        { "attempt", Enum.GetNames<AttemptEnd>() },
        { "deadline", Enum.GetNames<DeadlineKind>() },
        { "exclusion", Enum.GetNames<ExclusionReason>() },
        { "repState", Enum.GetNames<RepActivity>() },
        { "presence", Enum.GetNames<Presence>() },
        { "rule", [.. RepPolicies.All.Select(policy => policy.Name), RoutingDecision.OwnerFirst, RoutingDecision.SupervisorChoice] },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void The_screens_have_words_for_what_the_server_names(string group, string[] names)
    {
        var words = group.Split('.').Aggregate(JsonNode.Parse(House.Read("src/LeadRouter.Web/src/shared/i18n/en.json"))!, (node, part) => node[part]!).AsObject();

        names.Length.ShouldBeGreaterThan(2);
        names.Select(JsonNamingPolicy.CamelCase.ConvertName).Where(name => !words.ContainsKey(name)).ShouldBeEmpty();
    }
}
