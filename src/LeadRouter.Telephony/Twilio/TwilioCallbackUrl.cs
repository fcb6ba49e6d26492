namespace LeadRouter.Telephony.Twilio;

/// <summary>The addresses that Twilio reports to. They carry lead, attempt and leg, so that a report needs no lookup.</summary>
internal static class TwilioCallbackUrl
{
    public const string Route = "/hooks/twilio/voice/{leadId}/{attemptId}/{leg}";

    // Without it Twilio drops a report that we answer with 503. The fragment steers Twilio's sender (up to 5 retries within
    // 15 s); it is neither requested nor signed.
    private const string RetryOverride = "#rc=5&rp=5xx,ct,rt";

    public static string For(string publicBaseUrl, LeadId lead, AttemptId attempt, CallLeg leg) =>
        $"{publicBaseUrl.TrimEnd('/')}/hooks/twilio/voice/{Uri.EscapeDataString(lead.Value)}/{Uri.EscapeDataString(attempt.Value)}/{Name(leg)}{RetryOverride}";

    /// <summary>The public address of a request: what Twilio asked for, whatever the proxies in between made of it.</summary>
    /// <param name="rawTarget">Path and query exactly as received.</param>
    /// <param name="pathBase">The prefix that this server was told to strip, or empty.</param>
    /// <returns>Null when the target is not a path.</returns>
    public static string? OfRequest(string publicBaseUrl, string rawTarget, string pathBase)
    {
        if (!rawTarget.StartsWith('/'))
            return null;
        var own = pathBase.Length > 0 && rawTarget.StartsWith(pathBase + "/", StringComparison.OrdinalIgnoreCase) ? rawTarget[pathBase.Length..] : rawTarget;
        return publicBaseUrl.TrimEnd('/') + own;
    }

    public static CallLeg? Leg(string? name) => name switch
    {
        "rep" => CallLeg.Rep,
        "lead" => CallLeg.Lead,
        _ => null,
    };

    private static string Name(CallLeg leg) => leg == CallLeg.Rep ? "rep" : "lead";
}
