using LeadRouter.Turns.Stored;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Grains;

/// <summary>
/// Drives the shell of one actor: reads and writes what it needs. Orleans sees to it that there is one of each and that it
/// handles one parcel at a time; what a turn is, the shell says.
/// </summary>
internal abstract partial class TurnGrain(string kind, GrainServices services) : Grain
{
    private TurnShell _shell = null!;

    /// <summary>The message that has to be tried again: its next try is the same message.</summary>
    private (long Number, Mail Mail)? _retried;

    /// <summary>What the activation before this one, on whatever server, may have left unsent has not been looked for yet.</summary>
    private bool _isFresh = services.Redelivery is not null;
    private long _lastUsed;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shell = new TurnShell(new ActorId(kind, this.GetPrimaryKeyString()), services.Actors[kind], services.Port);
        return Task.CompletedTask;
    }

    public async Task<ParcelResult> HandleAsync(Parcel parcel)
    {
        var started = _lastUsed = services.Time.GetTimestamp();
        var asker = parcel.IsAsk ? new AskerOfParcel() : null;
        var mail = _retried is { } tried && tried.Number == parcel.Number ? tried.Mail : new Mail(parcel.Message, asker, parcel.Consumed);
        var trouble = await TurnAsync(mail);
        _retried = trouble is null ? null : (parcel.Number, mail);
        services.Probe?.TurnDone(kind, services.Time.GetElapsedTime(started));
        return new ParcelResult(asker?.Reply, asker?.Refusal is { } refusal ? ParcelRefusal.Of(refusal) : null, trouble?.Message, _shell.IsForgettable, _shell.IsNobody);
    }

    public Task LeaveAsync(TimeSpan idle)
    {
        if (_shell.IsForgettable && services.Time.GetElapsedTime(_lastUsed) >= idle)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>Null when the message is done with, well or badly; else why it has to be tried again.</summary>
    private async Task<Exception?> TurnAsync(Mail mail)
    {
        var snapshot = services.Desk.Current;
        var context = new TurnContext(services.Time.GetUtcNow(), snapshot.Desk, snapshot.Calendar, services.Ids);
        Exception? trouble = null;
        Need? need = null;
        while (need is not (Need.Nothing or Need.Retry))
        {
            try
            {
                need = need is { } needed ? await GiveAsync(needed) : _shell.Take(mail, context);
            }
            catch (MessageGoneException)
            {
                need = _shell.Gone();
            }
            catch (Exception unavailable) when (unavailable is StoreUnavailableException or VersionConflictException or OutOfMemoryException)
            {
                // Want of memory passes, as the store's troubles do: the message is not to blame.
                if (unavailable is OutOfMemoryException)
                    LogNoMemory(services.Logger, unavailable, mail.Message.GetType().Name, kind);
                trouble = unavailable;
                need = need == Need.Write ? _shell.NotWritten(unavailable) : _shell.Unreadable(unavailable);
            }
            catch (Exception defect)
            {
                need = _shell.Failed(defect);
            }
        }

        return need == Need.Retry ? trouble : null;
    }

    private async Task<Need> GiveAsync(Need need)
    {
        var store = services.Store;
        switch (need)
        {
            case Need.State:
                return _shell.Loaded(await LoadAsync());
            case Need.Entries:
                var entries = new Dictionary<string, IReadOnlyList<IndexEntry>>();
                foreach (var index in _shell.Actor.Indexes(_shell.Id.Key))
                    entries.Add(index, await store.ReadIndexAsync(index, CancellationToken.None));
                return _shell.Rebuilt(entries);
            case Need.Message:
                var sought = _shell.Sought;
                return _shell.Found(await store.ReadOutboxAsync(sought with { Sequence = sought.Sequence - 1 }, 1, CancellationToken.None) is [var found] && found.Key == sought);
            case Need.Outbox:
                var pending = await store.ReadOutboxOfAsync(_shell.Id, CancellationToken.None);
                return _shell.Pending([.. pending.Select(row => new Sent(row.Key, row.To, StoredJson.Read<Message>(row.Body)))]);
            default:
                await store.CommitAsync(_shell.Decided!.ToWrite(_shell.Actor), CancellationToken.None);
                return _shell.Written();
        }
    }

    /// <summary>
    /// The stored actor. What an earlier activation has sent and no server may be bringing any more is sent again first: nothing
    /// of this activation overtakes it. Who handles it twice finds it gone.
    /// </summary>
    private async ValueTask<StoredActor?> LoadAsync()
    {
        var stored = await services.Store.LoadAsync(_shell.Id, CancellationToken.None);
        if (_isFresh && stored is not null)
        {
            foreach (var row in await services.Store.ReadOutboxOfAsync(_shell.Id, CancellationToken.None))
                services.Redelivery!.Bring(row);
        }

        _isFresh = false;
        return stored;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No memory was left for a {message} to a {kind}: who asked is told, any other comes again")]
    private static partial void LogNoMemory(ILogger logger, Exception trouble, string message, string kind);

    /// <summary>Keeps the answer for the parcel's way back.</summary>
    private sealed class AskerOfParcel : IAsker
    {
        public object? Reply { get; private set; }

        public Exception? Refusal { get; private set; }

        public void Answer(object? reply) => Reply ??= reply;

        public void Refuse(Exception why) => Refusal ??= why;
    }
}
