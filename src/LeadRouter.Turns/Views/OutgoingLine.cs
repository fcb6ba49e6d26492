using System.Threading.Channels;

namespace LeadRouter.Turns.Views;

/// <summary>
/// What waits to be sent to one connection, sent one after the other in order. Who listens too slowly is cut off, and gets all
/// there is when it comes back: nobody else waits for it, and no more than <see cref="MostWaiting"/> messages are kept for it.
/// </summary>
/// <param name="send">Sends one message; completes when the connection has taken it.</param>
/// <param name="cutOff">Ends the connection, with the reason. Called once, from any thread; must return at once.</param>
public sealed class OutgoingLine<T>(Func<T, Task> send, Action<string> cutOff, TimeProvider time)
{
    /// <summary>Messages that may wait.</summary>
    public const int MostWaiting = 1000;

    /// <summary>How long the connection may take over one message.</summary>
    public const int PatienceSeconds = 30;

    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private int _over;

    /// <summary>Puts a message at the end of the line. Never waits.</summary>
    public void Send(T message)
    {
        if (!_waiting.Writer.TryWrite(message))
            CutOff($"{MostWaiting} messages wait for it");
    }

    /// <summary>The connection is gone: nothing more is sent.</summary>
    public void Close()
    {
        Interlocked.Exchange(ref _over, 1);
        _waiting.Writer.TryComplete();
    }

    /// <summary>Sends what comes, until the line is closed or cut off. Never throws.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync())
            {
                while (Volatile.Read(ref _over) == 0 && _waiting.Reader.TryRead(out var message))
                    await send(message).WaitAsync(TimeSpan.FromSeconds(PatienceSeconds), time);
                if (Volatile.Read(ref _over) != 0)
                    return;
            }
        }
        catch (TimeoutException)
        {
            CutOff($"it took more than {PatienceSeconds} seconds over a message");
        }
        catch (Exception trouble)
        {
            CutOff(trouble.Message);
        }
    }

    private void CutOff(string why)
    {
        if (Interlocked.Exchange(ref _over, 1) != 0)
            return;
        _waiting.Writer.TryComplete();
        cutOff(why);
    }
}
