using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using LeadRouter.Contracts;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>A form on a busy site: posts at a fixed rate whatever the server does, some with a key, some again, some of people who asked before.</summary>
/// <param name="server">Where the next post goes.</param>
internal sealed class LeadSource(Func<Uri> server, string intakeKey, Witness world, int seed, double leadsPerSecond) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(300);

    /// <summary>After a trouble the server may still turn posts away for so long: the 5 s of recovery, and as much for a busy machine.</summary>
    private static readonly TimeSpan TurnedAwayLimit = TimeSpan.FromSeconds(10);

    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<Uri, Api> _apis = new();
    private readonly ConcurrentQueue<string> _known = new();
    private int _phones;

    /// <summary>The queues that posts name in turn; none: they name none.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>A post that is turned away may have been taken all the same: the store that several servers share can lose an answer.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Posts until told to stop, then waits for the last answers.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var sends = new List<Task>();
        var started = DateTimeOffset.UtcNow;
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var wait = started.AddSeconds(i / leadsPerSecond) - DateTimeOffset.UtcNow;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var post = Next(i);
            world.Posts.Enqueue(post);
            var retried = post.IdempotencyKey is not null || _random.Next(2) == 0;
            sends.Add(Task.Run(() => SendAsync(post, retried), CancellationToken.None));
        }

        await Task.WhenAll(sends);
    }

    public void Dispose()
    {
        foreach (var api in _apis.Values)
            api.Dispose();
    }

    private Post Next(int number)
    {
        var again = _random.Next(20) == 0 && _known.TryDequeue(out var known) ? known : null;
        var phone = again ?? string.Create(CultureInfo.InvariantCulture, $"+97252{1_000_000 + ++_phones}");
        var queue = Queues.Count == 0 ? null : Queues[number % Queues.Count];
        return new Post(phone, _random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"campaign-{number}") : null, queue);
    }

    /// <summary>Sends until it is answered; without <paramref name="retried"/>, a send that was cut off is left at that.</summary>
    private async Task SendAsync(Post post, bool retried)
    {
        do
        {
            var sent = DateTimeOffset.UtcNow;
            try
            {
                using var response = await _apis.GetOrAdd(server(), address => new Api(address)).PostLeadAsync(intakeKey, new PostLeadRequest { Phone = post.Phone, Name = "Campaign lead", Queue = post.Queue }, post.IdempotencyKey);
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    post.Answered((await response.Content.ReadFromJsonAsync<PostLeadResponse>(Api.Json))!);
                    Remember(post.Phone);
                    return;
                }

                // Nothing was done, except that a key may have carried its post further than the answer tells.
                Interlocked.Increment(ref world.TurnedAway);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable || world.Calm.Covers(sent - TurnedAwayLimit, DateTimeOffset.UtcNow))
                    world.Blame($"A good post was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
                if (IsUnsure || post.IdempotencyKey is not null)
                    post.CutOff();
            }
            catch (HttpRequestException lost)
            {
                if (lost.HttpRequestError != HttpRequestError.ConnectionError)
                    post.CutOff();
            }
            catch (TaskCanceledException)
            {
                post.CutOff();
                world.Blame("A post had no answer for as long as the client waits.");
            }

            await Task.Delay(RetryAfter);
        }
        while (retried);
    }

    private void Remember(string phone)
    {
        _known.Enqueue(phone);
        if (_known.Count > 200)
            _known.TryDequeue(out _);
    }
}
