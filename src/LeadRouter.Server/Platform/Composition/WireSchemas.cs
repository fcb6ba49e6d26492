using System.Reflection;
using System.Text.Json.Nodes;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Queues.Policies;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>What the serializer does not tell of the wire's types: which words a text can be, what is always there, how money looks, and what a sentence can name.</summary>
internal static class WireSchemas
{
    private static readonly Dictionary<(Type, string), string[]> Words = new()
    {
        [(typeof(LeadDto), nameof(LeadDto.State))] = WireNames.All<LeadStatus>(),
        [(typeof(DeadlineDto), nameof(DeadlineDto.Kind))] = WireNames.All<DeadlineKind>(),
        [(typeof(AttemptDto), nameof(AttemptDto.Status))] = ["dialing", "initiated", "ringing", "answered", .. WireNames.All<AttemptEnd>()],
        [(typeof(ExclusionDto), nameof(ExclusionDto.Reason))] = WireNames.All<ExclusionReason>(),
        [(typeof(OfferEndedDto), nameof(OfferEndedDto.Why))] = ["accepted", .. WireNames.All<OfferEnd>()],
        [(typeof(ReminderDto), nameof(ReminderDto.Kind))] = [WireNames.Of(DeadlineKind.AttemptBy), WireNames.Of(DeadlineKind.DispositionBy)],
        [(typeof(QueueRules), nameof(QueueRules.Strategy))] = [.. RepPolicies.All.Select(policy => policy.Name)],
        [(typeof(DispositionDto), nameof(DispositionDto.Outcome))] = WireNames.All<DispositionOutcome>(),
        [(typeof(RepDto), nameof(RepDto.Presence))] = WireNames.All<Presence>(),
        [(typeof(RepStateDto), nameof(RepStateDto.Presence))] = WireNames.All<Presence>(),
        [(typeof(RepDeskDto), nameof(RepDeskDto.Carrier))] = ["none", "simulated", "twilio"],
        [(typeof(BoardRepDto), nameof(BoardRepDto.State))] = [.. WireNames.All<Presence>(), .. WireNames.All<RepActivity>()],
        [(typeof(BoardAlertDto), nameof(BoardAlertDto.Kind))] = ["slaWarning", "slaBreached", "leadTakenBack", "repPaused"],
        [(typeof(UserDto), nameof(UserDto.Roles))] = [AccountRoles.Rep, AccountRoles.Supervisor, AccountRoles.Admin],
    };

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo member && Words.TryGetValue((member.DeclaringType!, member.Name), out var words))
            (schema.Items as OpenApiSchema ?? schema).Enum = [.. words.Select(word => (JsonNode)word)];
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(MoneyDto))
            DescribeMoney(schema);
        else if (type == typeof(IReadOnlyDictionary<string, object>))
            schema.AdditionalProperties = NamedValue();
        else if (type.Assembly == typeof(MoneyDto).Assembly && !type.Name.EndsWith("Request", StringComparison.Ordinal))
            RequireWhatIsAlwaysThere(schema, context);
        return Task.CompletedTask;
    }

    /// <summary>Of an answer only what is null is left out.</summary>
    private static void RequireWhatIsAlwaysThere(OpenApiSchema schema, OpenApiSchemaTransformerContext context) =>
        schema.Required = context.JsonTypeInfo.Properties.Where(property => !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null).Select(property => property.Name).ToHashSet();

    /// <summary>Its converter writes it, and the serializer does not know how.</summary>
    private static void DescribeMoney(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Required = new HashSet<string> { "amount" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["amount"] = new OpenApiSchema { Type = JsonSchemaType.Number },
            ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
        };
    }

    /// <summary>What a sentence names.</summary>
    private static OpenApiSchema NamedValue() =>
        new() { Type = JsonSchemaType.Number | JsonSchemaType.String | JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };
}
