using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>For endpoints by which people manage documents: what they did on one server they see on every other.</summary>
public static class CatchingUp
{
    /// <summary>Each request sees what any server had made durable before it; 503 when that cannot be read.</summary>
    public static RouteGroupBuilder AfterCatchingUp(this RouteGroupBuilder group) => group.AddEndpointFilter<RouteGroupBuilder, Filter>();

    private sealed class Filter(DocumentFollower documents) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            await documents.CatchUpAsync(context.HttpContext.RequestAborted);
            return await next(context);
        }
    }
}
