using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Simulated;

internal static partial class SimulatedCarrierLog
{
    [LoggerMessage(1, LogLevel.Warning, "The store is unavailable: {Leg} {Status} of attempt {Attempt} is reported again in {PauseSeconds} s, until it is durable")]
    public static partial void StoreUnavailable(ILogger log, string attempt, CallLeg leg, CallStatus status, double pauseSeconds);

    [LoggerMessage(2, LogLevel.Error, "The report {Leg} {Status} of attempt {Attempt} was not accepted and is dropped")]
    public static partial void ReportFailed(ILogger log, Exception error, string attempt, CallLeg leg, CallStatus status);
}
