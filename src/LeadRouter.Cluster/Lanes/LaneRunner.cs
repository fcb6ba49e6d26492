using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Lanes;

/// <summary>Brings a lane's messages to its grain, one after the other.</summary>
internal sealed partial class LaneRunner(LaneTable lanes, EngineOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>After an answer that was lost with its server the message is brought again sooner than after trouble of the store.</summary>
    private static readonly TimeSpan LostPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Who asked waits so long for another server to take over.</summary>
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(10);

    /// <summary>Of the answers lost in a second one is told of.</summary>
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(1);

    // Other servers count theirs: from a random number on, no two are the same.
    private long _parcels = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private long _logged;
    private int _lost;

    public async Task RunAsync(Lane lane)
    {
        while (!lanes.Stopping.IsCancellationRequested && lane.Take() is { } mail)
        {
            var trouble = await BringAsync(lane, mail);
            lane.LastUsed = time.GetUtcNow().UtcTicks;
            if (trouble is { } again)
            {
                // The message keeps its place and its order; it is tried again after a pause.
                lanes.TurnAway(lane.PutBack(mail), () => new StoreUnavailableException(again.Why));
                await Task.Delay(again.Pause, time, lanes.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                lanes.Handled();
            }
        }

        if (lanes.Stopping.IsCancellationRequested)
            lanes.TurnAway(lane.End(), LaneTable.ShuttingDown);
        else if (lane.IsOfNobody)
            lanes.TryDrop(lane, TimeSpan.Zero);
    }

    /// <summary>Null when the message is done with, well or badly; else why it has to be tried again.</summary>
    private async Task<Again?> BringAsync(Lane lane, Mail mail)
    {
        var attempt = lane.Retried is { } retried && ReferenceEquals(retried.Mail, mail)
            ? retried
            : new Lane.Attempt(mail, new Parcel(Interlocked.Increment(ref _parcels), mail.Message, mail.Consumed, mail.Asker is not null), time.GetTimestamp());
        try
        {
            var result = await lane.Grain.HandleAsync(attempt.Parcel);
            (lane.IsForgettable, lane.IsOfNobody) = (result.IsForgettable, result.IsNobody);
            lane.Retried = result.Trouble is null ? null : attempt;
            if (result.Trouble is { } trouble)
                return new Again(trouble, options.RetryAfter);
            if (result.Refusal is { } refusal)
                mail.Asker!.Refuse(refusal.ToException());
            else
                mail.Asker?.Answer(result.Reply);
            return null;
        }
        catch (Exception lost)
        {
            // The grain could not be reached, or its answer was lost: the message is brought again, most likely to another server.
            TellLost(lost, lane.Id.Kind);
            if (mail.Asker is { } asker && (!MayAskAgain(mail, lost) || time.GetElapsedTime(attempt.FirstAt) > AskLimit))
            {
                asker.Refuse(new StoreUnavailableException("The answer was lost.", lost));
                return null;
            }

            lane.Retried = attempt;
            return new Again("The server that should answer is gone.", LostPause);
        }
    }

    /// <summary>What was turned away was not done; what was lost may have been.</summary>
    private static bool MayAskAgain(Mail mail, Exception lost) => mail.Message is IRepeatable || lost is OrleansMessageRejectionException and not SiloUnavailableException;

    /// <summary>When a server is gone, all lanes to it say so at once.</summary>
    private void TellLost(Exception lost, string kind)
    {
        var count = Interlocked.Increment(ref _lost);
        var last = Volatile.Read(ref _logged);
        if ((last != 0 && time.GetElapsedTime(last) < LogEvery) || Interlocked.CompareExchange(ref _logged, time.GetTimestamp(), last) != last)
            return;
        Interlocked.Add(ref _lost, -count);
        LogLost(lost.Message, kind, count);
    }

    /// <summary>Why and when a message is brought again.</summary>
    private readonly record struct Again(string Why, TimeSpan Pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {kind} did not answer its lane ({count} such): {why} It is brought again")]
    private partial void LogLost(string why, string kind, int count);
}
