using System.Globalization;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Whether Twilio listens for an answering machine on the lead's leg. Twilio bills for it.</summary>
public enum TwilioMachineDetection
{
    /// <summary>Every answer counts as a human's.</summary>
    Off,
    /// <summary>Reports as soon as it is known who answered.</summary>
    Enable,
    /// <summary>Reports a machine when its greeting has ended.</summary>
    DetectMessageEnd,
}

/// <summary>Settings <c>Telephony:Twilio</c>. A class and not a record, so that no log can print the token by accident.</summary>
public sealed class TwilioOptions
{
    /// <summary>The account, <c>AC...</c>. Required.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>The account's secret: it signs our requests and proves Twilio's callbacks. Required.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>The caller id that rep and lead see, E.164; a number of the account or a verified one. Required.</summary>
    public string From { get; init; } = "";

    /// <summary>Where Twilio reaches this server, for example <c>https://leads.example.com</c>; a path prefix is allowed. Required.</summary>
    public string PublicBaseUrl { get; init; } = "";

    /// <summary>Where we reach Twilio. Default <c>https://api.twilio.com</c>.</summary>
    public string BaseUrl { get; init; } = "https://api.twilio.com";

    /// <summary>Calls the account may start in a second, 0.01 to 1,000. Default 1, what Twilio gives a new account.</summary>
    public double CallsPerSecond { get; init; } = 1;

    /// <summary>Calls that may wait for their turn, 0 to 100,000; one more is refused. Default 60.</summary>
    public int MaxQueuedCalls { get; init; } = 60;

    /// <summary>How often a call is sent at most while it is certain that Twilio has not taken it, 1 to 10. Default 3.</summary>
    public int MaxSends { get; init; } = 3;

    /// <summary>Seconds Twilio has to answer one request, 1 to 120. Default 10.</summary>
    public double RequestTimeoutSeconds { get; init; } = 10;

    /// <summary>Seconds the rep's phone rings, 5 to 600. Default 25.</summary>
    public int RepRingSeconds { get; init; } = 25;

    /// <summary>Default off.</summary>
    public TwilioMachineDetection MachineDetection { get; init; }

    /// <summary>What is wrong with the settings, one sentence each with the setting's name and never its secret; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (AccountSid.Length == 0)
            yield return Missing(nameof(AccountSid));
        else if (!AccountSid.StartsWith("AC", StringComparison.Ordinal) || !AccountSid.All(char.IsAsciiLetterOrDigit))
            yield return $"{TelephonySettings.Twilio}:{nameof(AccountSid)} must be AC and letters or digits.";
        if (AuthToken.Length == 0)
            yield return Missing(nameof(AuthToken));
        if (From.Length == 0)
            yield return Missing(nameof(From));
        else if (!new Phone(From).IsE164)
            yield return $"{TelephonySettings.Twilio}:{nameof(From)} must be a phone number with + and country code.";
        if (PublicBaseUrl.Length == 0)
            yield return Missing(nameof(PublicBaseUrl));
        else if (!IsBaseUrl(PublicBaseUrl))
            yield return $"{TelephonySettings.Twilio}:{nameof(PublicBaseUrl)} must be an http or https address without query or fragment.";
        if (!IsBaseUrl(BaseUrl))
            yield return $"{TelephonySettings.Twilio}:{nameof(BaseUrl)} must be an http or https address without query or fragment.";

        foreach (var (name, value, least, most) in new[]
        {
            (nameof(CallsPerSecond), CallsPerSecond, 0.01, 1_000d),
            (nameof(MaxQueuedCalls), MaxQueuedCalls, 0, 100_000),
            (nameof(MaxSends), MaxSends, 1, 10),
            (nameof(RequestTimeoutSeconds), RequestTimeoutSeconds, 1, 120),
            (nameof(RepRingSeconds), RepRingSeconds, 5, 600),
        })
        {
            // Written so that NaN is outside of every range.
            if (!(value >= least && value <= most))
                yield return string.Create(CultureInfo.InvariantCulture, $"{TelephonySettings.Twilio}:{name} must be from {least} to {most}, but is {value}.");
        }
    }

    private static string Missing(string name) => $"{TelephonySettings.Twilio}:{name} is missing.";

    private static bool IsBaseUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && !url.Contains('?') && !url.Contains('#');
}
