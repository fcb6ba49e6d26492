using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using LeadRouter.Contracts;
using LeadRouter.TestClient;

namespace LeadRouter.LoadTest;

/// <summary>One run: reps connect, leads are posted on the clock, offers are matched to them.</summary>
internal sealed class LoadRun(LoadOptions options, IReadOnlyList<Uri> servers, string intakeKey) : IAsyncDisposable
{
    private readonly List<Api> _senders = [.. servers.Select(server => new Api(server))];
    private readonly ConcurrentDictionary<string, long> _offeredAt = new();
    private readonly ConcurrentDictionary<string, long> _intendedAt = new();
    private readonly List<RepClient> _reps = [];
    private int _refusals;

    public Latencies ToAnswer { get; } = new();
    public Latencies ToOffer { get; } = new();
    /// <summary>How long after its intended instant this program itself sent each post: part of the other two.</summary>
    public Latencies SentLate { get; } = new();
    public int Accepted { get; private set; }
    public ConcurrentDictionary<string, int> Errors { get; } = new();
    public int Refusals => _refusals;
    public int Unoffered { get; private set; }
    public double AcceptedPerSecond { get; private set; }

    public async Task ConnectRepsAsync(Api admin)
    {
        foreach (var rep in await CallCentre.AddRepsAsync(admin, options.Reps))
        {
            var client = await RepClient.ConnectAsync(servers[_reps.Count % servers.Count], rep.Token, desk => desk.OfferMade += offer => _ = TakeAsync(desk, offer));
            _reps.Add(client);
            await client.SetPresenceAsync("available");
        }
    }

    /// <summary>Posts for a while; counted or not.</summary>
    public async Task PostAsync(int seconds, bool counted)
    {
        var posts = new List<Task>(options.Rate * seconds);
        var started = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(() => SendOnTheClock(started, posts, options.Rate * seconds, counted), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(posts);
        if (counted)
            AcceptedPerSecond = Accepted / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Sends every post at its own instant, on a thread of its own: timers of the pool come milliseconds late under load.</summary>
    private void SendOnTheClock(long started, List<Task> posts, int total, bool counted)
    {
        while (posts.Count < total)
        {
            var intended = started + (long)(posts.Count / (double)options.Rate * Stopwatch.Frequency);
            PreciseSleep.Until(intended);
            var (phone, sender) = (Phone(), _senders[posts.Count % _senders.Count]);
            posts.Add(Task.Run(() => PostOneAsync(sender, phone, intended, counted)));
        }
    }

    /// <summary>Waits until every counted lead was offered, at most for the given time, and matches offers to posts.</summary>
    public async Task MatchAsync(TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (_intendedAt.Keys.Any(lead => !_offeredAt.ContainsKey(lead)) && Stopwatch.GetElapsedTime(started) < patience)
            await Task.Delay(20);
        foreach (var (lead, intended) in _intendedAt)
        {
            if (_offeredAt.TryGetValue(lead, out var offered))
                ToOffer.Add(Stopwatch.GetElapsedTime(intended, offered));
            else
                Unoffered++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rep in _reps)
            await rep.DisposeAsync();
        _senders.ForEach(sender => sender.Dispose());
    }

    private async Task TakeAsync(RepClient desk, OfferDto offer)
    {
        _offeredAt.TryAdd(offer.Lead.LeadId, Stopwatch.GetTimestamp());
        var accepted = await desk.AcceptAsync(offer.OfferId);
        if (!accepted.Ok || !(await desk.CompleteAsync(offer.Lead.LeadId, new CompleteRequest { Disposition = "notInterested" })).Ok)
            Interlocked.Increment(ref _refusals);
    }

    private async Task PostOneAsync(Api sender, string phone, long intended, bool counted)
    {
        if (counted)
            SentLate.Add(Stopwatch.GetElapsedTime(intended));
        try
        {
            using var response = await sender.PostLeadAsync(intakeKey, new PostLeadRequest { Name = "Load Test", Phone = phone, Campaign = "load" });
            if (response.StatusCode != HttpStatusCode.Accepted)
            {
                Errors.AddOrUpdate(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), 1, (_, n) => n + 1);
                return;
            }

            var answered = Stopwatch.GetTimestamp();
            var body = (await response.Content.ReadFromJsonAsync<PostLeadResponse>(Api.Json))!;
            if (!counted)
                return;
            ToAnswer.Add(Stopwatch.GetElapsedTime(intended, answered));
            _intendedAt[body.LeadId] = intended;
            lock (Errors)
                Accepted++;
        }
        catch (HttpRequestException lost)
        {
            Errors.AddOrUpdate(lost.HttpRequestError.ToString(), 1, (_, n) => n + 1);
        }
    }

    private int _phones;

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"+9725{2_0000000 + _phones++:00000000}");
}
