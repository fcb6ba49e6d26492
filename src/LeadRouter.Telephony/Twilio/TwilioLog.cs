using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Twilio;

/// <summary>Attempts and Twilio's own ids only: no phone number, no token, no body.</summary>
internal static partial class TwilioLog
{
    [LoggerMessage(1, LogLevel.Information, "Twilio has the call of attempt {Attempt} as {CallSid}")]
    public static partial void Taken(ILogger log, string attempt, string? callSid);

    [LoggerMessage(2, LogLevel.Warning, "The call of attempt {Attempt} is {Outcome}: {Reason}")]
    public static partial void NotTaken(ILogger log, string attempt, PlaceCallOutcome outcome, string? reason);

    [LoggerMessage(3, LogLevel.Warning, "The call of attempt {Attempt} is sent again in {PauseSeconds} s: {Reason}")]
    public static partial void SendAgain(ILogger log, string attempt, string? reason, double pauseSeconds);

    [LoggerMessage(4, LogLevel.Warning, "A callback of {Bytes} bytes was turned away: {Code}")]
    public static partial void CallbackRefused(ILogger log, string code, int bytes);
}
