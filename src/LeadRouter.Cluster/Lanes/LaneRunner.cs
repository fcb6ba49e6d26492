using LeadRouter.Cluster.Grains;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Lanes;

/// <summary>Brings a lane's messages to its grain, one after the other.</summary>
internal sealed partial class LaneRunner(SiloHost host, EngineOptions options, TimeProvider time, ILogger logger)
{
    private long _parcels;

    public async Task RunAsync(Lane lane)
    {
        while (!host.Stopping.IsCancellationRequested && lane.Take() is { } mail)
        {
            var trouble = await BringAsync(lane, mail);
            lane.LastUsed = time.GetUtcNow().UtcTicks;
            if (trouble is not null)
            {
                // The message keeps its place and its order; it is tried again after a pause.
                host.TurnAway(lane.PutBack(mail), () => new StoreUnavailableException(trouble.Message, trouble));
                await Task.Delay(options.RetryAfter, time, host.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                host.Handled();
            }
        }

        if (host.Stopping.IsCancellationRequested)
            host.TurnAway(lane.End(), SiloHost.ShuttingDown);
    }

    /// <summary>Null when the message is done with, well or badly; else why it has to be tried again.</summary>
    private async Task<Exception?> BringAsync(Lane lane, Mail mail)
    {
        var parcel = lane.Retried is { } retried && ReferenceEquals(retried.Mail, mail)
            ? retried.Parcel
            : new Parcel(Interlocked.Increment(ref _parcels), mail.Message, mail.Consumed, mail.Asker is not null);
        try
        {
            var result = await lane.Grain.HandleAsync(parcel);
            lane.IsForgettable = result.IsForgettable;
            lane.Retried = result.Trouble is null ? null : (mail, parcel);
            if (result.Trouble is not null)
                return result.Trouble;
            if (result.Refusal is { } refusal)
                mail.Asker!.Refuse(refusal);
            else
                mail.Asker?.Answer(result.Reply);
            return null;
        }
        catch (Exception lost) when (lost is not OutOfMemoryException)
        {
            // The grain could not be reached, or its answer was lost: who asked may ask again, and all else is brought again.
            LogLost(lost, lane.Id.Kind);
            if (mail.Asker is null)
            {
                lane.Retried = (mail, parcel);
                return lost;
            }

            mail.Asker.Refuse(new StoreUnavailableException("The answer was lost.", lost));
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {kind} did not answer its lane; who asked is told, and all else is brought again")]
    private partial void LogLost(Exception lost, string kind);
}
