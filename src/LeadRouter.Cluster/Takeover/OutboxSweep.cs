namespace LeadRouter.Cluster.Takeover;

/// <summary>
/// Messages that no server may be bringing any more. Their sender is woken: coming into memory, it sends what is left of it
/// again, before anything newer. What stays all the same is brought from here.
/// </summary>
internal sealed class OutboxSweep(SiloHost host, IEngineStore store, Redelivery redelivery, IMembers members, TimeProvider time) : ISweep
{
    private const int PageSize = 1000;

    /// <summary>So many are looked at; the next look begins with the first again.</summary>
    private const int MostRows = 20_000;
    private static readonly TimeSpan WakeAfter = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BringAfter = TimeSpan.FromSeconds(30);

    /// <summary>When each message that is still there was first seen.</summary>
    private Dictionary<OutboxKey, DateTimeOffset> _seen = [];

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task LookAsync(bool lost, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var seen = new Dictionary<OutboxKey, DateTimeOffset>();
        var woken = new HashSet<ActorId>();
        for (OutboxKey? after = null; seen.Count < MostRows;)
        {
            var page = await store.ReadOutboxAsync(after, PageSize, cancel);
            foreach (var row in page)
            {
                var since = _seen.GetValueOrDefault(row.Key, now);
                if (now - since >= BringAfter && members.IsMine(row.Key.From))
                {
                    redelivery.Bring(row);
                    since = now;
                }
                else if (now - since >= WakeAfter && members.IsMine(row.Key.From) && host.Has(row.Key.From.Kind) && woken.Add(row.Key.From) && !host.HasMail(row.Key.From))
                {
                    host.Tell(row.Key.From, new Wake());
                }

                seen[row.Key] = since;
            }

            if (page.Count < PageSize)
                break;
            after = page[^1].Key;
        }

        _seen = seen;
    }
}
