using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Where Twilio tells what became of a call.</summary>
public static class TwilioCallbacks
{
    /// <summary>
    /// Maps <c>POST /hooks/twilio/voice/{leadId}/{attemptId}/{leg}</c>; maps nothing when the carrier is not twilio. The signature is
    /// the proof of who calls, so no other sign-in is asked for. Answers 204 when the report is durable; as a problem 401 for a bad or missing
    /// signature, 413 over 64 KiB, 400 for a body without a report, 503 with Retry-After while nothing can be stored.
    /// </summary>
    public static IEndpointRouteBuilder MapTwilioCallbacks(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<TwilioCallbackHandler>() is { } handler)
            endpoints.MapPost(TwilioCallbackUrl.Route, handler.HandleAsync).AllowAnonymous();
        return endpoints;
    }
}
