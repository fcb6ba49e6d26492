namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>Messages on their way: in order from one sender to one receiver, in any order otherwise, some twice and some again later, but for those to and from the queue, which are not kept.</summary>
/// <param name="later">Puts something off for a while.</param>
internal sealed class Post(Random random, Action<Action> later)
{
    private readonly Dictionary<(string From, string To), Queue<Action>> _channels = [];
    private readonly List<(string From, string To)> _busy = [];

    /// <summary>Share of the messages that come a second time at once; as many come again later.</summary>
    public double Twice { get; set; }

    public bool IsEmpty => _busy.Count == 0;

    public void Send(string from, string to, Action message)
    {
        if (!_channels.TryGetValue((from, to), out var channel))
            _channels.Add((from, to), channel = new Queue<Action>());
        if (channel.Count == 0)
            _busy.Add((from, to));
        channel.Enqueue(message);
    }

    /// <summary>Delivers the oldest message of some pair.</summary>
    public void DeliverOne()
    {
        var index = random.Next(_busy.Count);
        var (from, to) = _busy[index];
        var channel = _channels[(from, to)];
        var message = channel.Dequeue();
        if (channel.Count == 0)
            _busy.RemoveAt(index);
        message();
        if (random.NextDouble() < Twice)
            message();
        if (from != "queue" && to != "queue" && random.NextDouble() < Twice)
            later(() => Send(from, to, message));
    }
}
