using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.PowerCut;

/// <summary>The turns that <c>BusyWriters</c> were answered, to be held against the store that comes back.</summary>
internal sealed class AnsweredTurns
{
    private readonly ConcurrentDictionary<string, long> _last = [];
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _wanted;
    private Dictionary<string, long> _beforeCut = [];
    private int _count;

    /// <param name="wanted">Answers after which <see cref="Enough"/> has come.</param>
    public AnsweredTurns(int wanted = int.MaxValue) => _wanted = wanted;

    public Task Enough => _enough.Task;

    public int Count => Volatile.Read(ref _count);

    public void Add(string key, long version)
    {
        _last[key] = version;
        if (Interlocked.Increment(ref _count) == _wanted) _enough.TrySetResult();
    }

    /// <summary>
    /// The end comes now: what is answered from here on may be there or not. (A sync that is under way when ext4 is shut down returns as if it had
    /// been done: of 300 cuts of a plain loop of write and fdatasync, 111 lost what was answered after the call, and none what was before it.)
    /// </summary>
    public void EndComes() => _beforeCut = new Dictionary<string, long>(_last);

    /// <summary>Takes them from lines "key version".</summary>
    /// <param name="before">How many were read before the end came.</param>
    public static AnsweredTurns Of(IReadOnlyList<string> lines, int before)
    {
        var turns = new AnsweredTurns();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == before) turns.EndComes();
            var words = lines[i].Split(' ');
            turns.Add(words[0], long.Parse(words[1], CultureInfo.InvariantCulture));
        }
        if (before >= lines.Count) turns.EndComes();
        return turns;
    }

    /// <summary>What was answered and is not there, and what is there in part.</summary>
    public async Task<List<string>> LossesAsync(IEngineStore store)
    {
        var losses = new List<string>();
        var outbox = (await store.ReadOutboxAsync(null, 1000, CancellationToken.None)).ToLookup(m => m.Key.From, m => m.Key.Sequence);
        var index = (await store.ReadIndexAsync("open", CancellationToken.None)).ToDictionary(e => e.Key, e => Encoding.UTF8.GetString(e.Value));
        foreach (var (key, last) in _last)
        {
            var version = _beforeCut.GetValueOrDefault(key);
            var id = Lead(key);
            var stored = await store.LoadAsync(id);
            // One more may have been durable when the end came before its answer, never two.
            if (version == 0 && stored is null) continue;
            if (stored is null || stored.Version < version || stored.Version > last + 1)
            {
                losses.Add($"{key}: {version} was answered, {last} at the end, {stored?.Version.ToString(CultureInfo.InvariantCulture) ?? "nothing"} is there.");
                continue;
            }
            var events = (await store.ReadEventsAsync(id, CancellationToken.None)).Select(e => e.Sequence);
            var text = stored.Version.ToString(CultureInfo.InvariantCulture);
            if (Encoding.UTF8.GetString(stored.State ?? []) != text || stored.OutboxSequence != stored.Version) losses.Add($"{key}: the state is not that of version {text}.");
            if (!events.SequenceEqual(Enumerable.Range(1, (int)stored.Version).Select(i => (long)i))) losses.Add($"{key}: the events are not those up to version {text}.");
            if (!outbox[id].SequenceEqual([stored.Version])) losses.Add($"{key}: the outbox is not that of version {text}.");
            if (index.GetValueOrDefault(key) != text) losses.Add($"{key}: the index is not that of version {text}.");
        }
        return losses;
    }
}
