using System.Security.Cryptography;

namespace LeadRouter.Cluster.Silos;

/// <summary>The servers that live, as this one knows.</summary>
internal interface IMembers
{
    /// <summary>This server's name, of this start of its process.</summary>
    string Self { get; }

    /// <summary>How many live, this one included.</summary>
    int Count { get; }

    /// <summary>This server is the first of them: what only one of them has to do is done by it.</summary>
    bool IsFirst { get; }

    /// <summary>Rises when a server has come or gone.</summary>
    long Version { get; }

    /// <summary>Whether looking after an actor that nobody may have in memory is this server's part; somebody's it is always.</summary>
    bool IsMine(ActorId id);

    /// <summary>Whether a server is gone for good. A name that nobody has heard of may be of one that has just come.</summary>
    ValueTask<bool> IsGoneAsync(string server, CancellationToken cancel);
}

/// <summary>A server on its own.</summary>
internal sealed class LoneMember : IMembers
{
    public string Self { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public int Count => 1;

    public bool IsFirst => true;

    public long Version => 0;

    public bool IsMine(ActorId id) => true;

    public ValueTask<bool> IsGoneAsync(string server, CancellationToken cancel) => new(server != Self);
}
