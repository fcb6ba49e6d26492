using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>What the OpenAPI document says of the whole, and how each operation is opened.</summary>
internal static class ApiDescription
{
    private const string Token = "token";
    private const string ApiKey = "apiKey";

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new() { Title = "LeadRouter", Version = "v1", Description = "Inbound lead router: post leads, run the desk, read the board." };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A session's token, a board token, or, to post leads, a source's key." },
            [ApiKey] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "A source's key, to post leads." },
        };
        return Task.CompletedTask;
    }

    /// <summary>The intake takes either; everything that asks for somebody takes a token.</summary>
    public static Task DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var isIntake = operation.OperationId == "PostLead";
        if (isIntake || context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [.. (isIntake ? [Token, ApiKey] : new[] { Token }).Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] })];
        return Task.CompletedTask;
    }
}
