using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>
/// The hubs in the OpenAPI document, which has no word for them: the schemas <c>…Messages</c> (what the server says, a property per message) and
/// <c>…Calls</c> (what can be asked, a property per method with its arguments in order), and the extension <c>x-hubs</c>, which tells where they are.
/// </summary>
internal static class HubDescription
{
    /// <summary>Where the framework notes the name that a type has among the components.</summary>
    private const string SchemaName = "x-schema-id";

    public static async Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var hubs = new JsonObject
        {
            ["/hubs/rep"] = new JsonObject
            {
                ["messages"] = Refer(Messages("RepHubMessages", await TypesOf(typeof(IRepClient)))),
                ["calls"] = Refer(Calls("RepHubCalls", await TypesOf(typeof(IRepHub)))),
                ["reply"] = Refer((await SchemaOf(typeof(HubReply))).Reference.Id!),
            },
            ["/hubs/wallboard"] = new JsonObject { ["messages"] = Refer(Messages("WallboardHubMessages", await TypesOf(typeof(IWallboardClient)))) },
        };
        document.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        document.Extensions["x-hubs"] = new JsonNodeExtension(hubs);

        async Task<Dictionary<string, List<IOpenApiSchema>>> TypesOf(Type hub)
        {
            var methods = new Dictionary<string, List<IOpenApiSchema>>();
            foreach (var method in hub.GetMethods())
            {
                var parameters = methods[method.Name] = [];
                foreach (var parameter in method.GetParameters())
                    parameters.Add(parameter.ParameterType.Assembly == typeof(IRepHub).Assembly ? await SchemaOf(parameter.ParameterType) : await context.GetOrCreateSchemaAsync(parameter.ParameterType, null, cancel));
            }

            return methods;
        }

        async Task<OpenApiSchemaReference> SchemaOf(Type type) => Component(document, await context.GetOrCreateSchemaAsync(type, null, cancel), type.Name);

        string Messages(string name, Dictionary<string, List<IOpenApiSchema>> methods) => Add(name, methods.ToDictionary(method => method.Key, method => method.Value.Single()));

        string Calls(string name, Dictionary<string, List<IOpenApiSchema>> methods) => Add(name, methods.ToDictionary(method => method.Key, method => (IOpenApiSchema)new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MinItems = method.Value.Count,
            MaxItems = method.Value.Count,
            // The library has no word of its own for a tuple.
            Extensions = new Dictionary<string, IOpenApiExtension> { ["prefixItems"] = new JsonNodeExtension(new JsonArray([.. method.Value.Select(Node)])) },
        }));

        string Add(string name, Dictionary<string, IOpenApiSchema> methods)
        {
            document.AddComponent(name, new OpenApiSchema { Type = JsonSchemaType.Object, Properties = methods, Required = methods.Keys.ToHashSet() });
            return name;
        }
    }

    /// <summary>Puts a schema among the components with all that it holds, and refers to it: a document transformer gets it in one piece.</summary>
    private static OpenApiSchemaReference Component(OpenApiDocument document, OpenApiSchema schema, string name)
    {
        foreach (var (property, inner) in schema.Properties?.ToList() ?? [])
            schema.Properties![property] = Inside(document, inner);
        if (document.Components?.Schemas?.ContainsKey(name) is not true)
            document.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    private static IOpenApiSchema Inside(OpenApiDocument document, IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return schema;
        if (own.Metadata is { } notes && notes.TryGetValue(SchemaName, out var note) && note is string { Length: > 0 } name)
            return Component(document, own, name);
        if (own.Items is not null)
            own.Items = Inside(document, own.Items);
        return own;
    }

    private static JsonObject Refer(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonNode Node(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference
        ? Refer(reference.Reference.Id!)
        : new JsonObject { ["type"] = schema.Type is JsonSchemaType.String ? new JsonArray("null", "string") : "integer" };
}
