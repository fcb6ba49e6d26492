using System.Net.WebSockets;
using System.Threading.Channels;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.TestClient;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Campaign.Tests.Reps;

/// <summary>One connection of a rep, from its first State until it is lost: follows the script, offer by offer and lead by lead.</summary>
internal sealed class Shift : IDisposable
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>A screen may wait for its first State while the server is in trouble, and for as long as recovery may take.</summary>
    private static readonly TimeSpan FirstStateLimit = TimeSpan.FromSeconds(10);

    private readonly TestRep _rep;
    private readonly RepScript _script;
    private readonly Screen _screen;
    private readonly Witness _world;
    private readonly Channel<object> _inbox = Channel.CreateUnbounded<object>();
    private readonly Dictionary<string, LeadWork> _work = [];
    private readonly HashSet<string> _answered = [];
    private readonly List<Task> _tasks = [];
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost = new();
    private RepClient? _client;

    private Shift(TestRep rep, RepScript script, Screen screen, Witness world) => (_rep, _script, _screen, _world) = (rep, script, screen, world);

    private RepClient Client => _client!;

    /// <summary>Opens the desk; null when the server cannot be reached now.</summary>
    public static async Task<Shift?> OpenAsync(Uri server, TestRep rep, RepScript script, Screen screen, Witness world, CancellationToken stop)
    {
        var shift = new Shift(rep, script, screen, world);
        var started = DateTimeOffset.UtcNow;
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(stop, shift._lost.Token);
        try
        {
            shift._client = await RepClient.ConnectAsync(server, rep.Token, shift.Listen, opening.Token);
            return shift;
        }
        catch (TimeoutException)
        {
            var calm = world.Calm.Between(started, DateTimeOffset.UtcNow);
            if (calm > FirstStateLimit)
                world.Blame($"The screen of rep {rep.RepId} was connected and got no State in {calm.TotalSeconds:F0} s.");
            return null;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
    }

    /// <summary>Works until the connection is lost or told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var message in _inbox.Reader.ReadAllAsync(stop))
                Take(message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }

        await _end.CancelAsync();
        await Task.WhenAll([.. _tasks, .. _work.Values.Select(work => work.Done)]);
        await Client.DisposeAsync();
    }

    public void Dispose()
    {
        _end.Dispose();
        _lost.Dispose();
    }

    private void Listen(RepClient client)
    {
        client.StateChanged += state => _inbox.Writer.TryWrite(state);
        client.OfferMade += offer => _inbox.Writer.TryWrite(offer);
        client.OfferEnded += ended => _inbox.Writer.TryWrite(ended);
        client.LeadUpdated += lead => _inbox.Writer.TryWrite(lead);
        client.Closed += _ =>
        {
            _inbox.Writer.TryComplete();
            _lost.Cancel();
        };
    }

    private void Take(object message)
    {
        switch (message)
        {
            case RepStateDto state:
                _screen.Show(state);
                if (state.Presence != "available")
                    _tasks.Add(PresentAsync());
                foreach (var offer in state.Offers)
                    Offered(offer);
                break;
            case OfferDto offer:
                _world.Rang();
                _screen.Show(offer);
                Offered(offer);
                break;
            case OfferEndedDto ended:
                _screen.End(ended.OfferId);
                break;
            case LeadDto lead:
                _screen.Show(lead);
                if (_work.TryGetValue(lead.LeadId, out var work))
                    work.Hear(lead);
                break;
        }

        foreach (var worked in _screen.Worked)
            Work(worked);
    }

    private void Offered(OfferDto offer)
    {
        _world.Offered(offer, _rep.RepId);
        if (_answered.Add(offer.OfferId))
            _tasks.Add(AnswerAsync(offer));
    }

    /// <summary>Who is told to try again does: nothing else would bring a rep back to work.</summary>
    private async Task PresentAsync()
    {
        while (await TryAsync(() => Client.SetPresenceAsync("available")) is { Ok: false } && await WaitAsync(TryAgainAfter))
        {
            // Until it is done or the connection is lost.
        }
    }

    private async Task AnswerAsync(OfferDto offer)
    {
        var (move, after) = _script.Answer(offer);
        if (move == OfferMove.AcceptTooLate)
            after = offer.ExpiresAt - DateTimeOffset.UtcNow + after;
        if (move == OfferMove.Miss || !await WaitAsync(after))
            return;
        if (move == OfferMove.Decline)
        {
            await TryAsync(() => Client.DeclineAsync(offer.OfferId, "not now"));
            return;
        }

        if (move == OfferMove.AcceptAndSteal && _world.OfferOfAnother(_rep.RepId) is { } others)
            await AcceptAsync(others);
        await AcceptAsync(offer);
    }

    private async Task<HubReply?> AcceptAsync(OfferDto offer)
    {
        var sent = DateTimeOffset.UtcNow;
        var reply = await TryAsync(() => Client.AcceptAsync(offer.OfferId));
        // By the instant at which it was sent: a timer may end some milliseconds early, and then it was not too late.
        if (reply is { Ok: true } && sent >= offer.ExpiresAt)
            _world.Blame($"An expired lease won: offer {offer.OfferId} of {offer.ExpiresAt:O} was accepted at {sent:O}.");
        _world.Accepts.Enqueue(new AcceptSeen(offer.OfferId, offer.Lead.LeadId, _rep.RepId, reply));
        return reply;
    }

    private void Work(LeadDto lead)
    {
        if (_work.TryGetValue(lead.LeadId, out var known) && !known.Done.IsCompleted)
            return;
        var work = new LeadWork(lead, _script, _screen);
        _work[lead.LeadId] = work;
        work.Start(
            () => TryAsync(() => Client.CallAsync(lead.LeadId)),
            body => CompleteAsync(lead.LeadId, body),
            _end.Token);
    }

    private async Task<HubReply?> CompleteAsync(string leadId, CompleteRequest body)
    {
        var reply = await TryAsync(() => Client.CompleteAsync(leadId, body));
        if (reply is { Ok: true })
            _world.Completed.Enqueue((leadId, _rep.RepId, body.Disposition!));
        return reply;
    }

    /// <summary>The answer, or null when the connection was lost before it came.</summary>
    private async Task<HubReply?> TryAsync(Func<Task<HubReply>> call)
    {
        try
        {
            return await call();
        }
        catch (HubException fault)
        {
            _world.Blame($"The hub failed: {fault.Message}");
            return null;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return null;
        }
    }

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
            await Task.Delay(time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_end.IsCancellationRequested;
    }

    /// <summary>Also what a call ends with when nothing was heard of the server for as long as a hub waits.</summary>
    private static bool IsLost(Exception trouble) => trouble is IOException or TimeoutException or OperationCanceledException or InvalidOperationException or WebSocketException or HttpRequestException;
}
