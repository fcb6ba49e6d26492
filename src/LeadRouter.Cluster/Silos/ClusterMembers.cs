using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace LeadRouter.Cluster.Silos;

/// <summary>The servers of a cluster, by Orleans' membership.</summary>
internal sealed class ClusterMembers(SiloAddress self, IClusterMembershipService membership, TimeProvider time) : IMembers
{
    /// <summary>A name that is in no list is of a server that is gone, and not of one that has just come, when it was in none for so long.</summary>
    private static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _unknown = new();
    private Living _living = new(MembershipVersion.MinValue, []);

    public string Self { get; } = self.ToParsableString();

    public int Count => Math.Max(1, Now().Length);

    public bool IsFirst => Now() is not [var first, ..] || first.Equals(self);

    public long Version => membership.CurrentSnapshot.Version.Value;

    public bool IsMine(ActorId id)
    {
        var living = Now();
        return living.Length == 0 || living[StableHash.ComputeHash(id.Key) % (uint)living.Length].Equals(self);
    }

    public async ValueTask<bool> IsGoneAsync(string server, CancellationToken cancel)
    {
        // The name of a server that was on its own: such a one cannot live beside a cluster on the same store.
        if (!TryParse(server, out var address))
            return true;
        var status = membership.CurrentSnapshot.GetSiloStatus(address);
        if (status == SiloStatus.None)
        {
            await membership.Refresh(default, cancel);
            status = membership.CurrentSnapshot.GetSiloStatus(address);
        }

        if (status != SiloStatus.None)
        {
            _unknown.TryRemove(server, out _);
            return status == SiloStatus.Dead;
        }

        var now = time.GetUtcNow();
        return now - _unknown.GetOrAdd(server, now) >= UnknownFor;
    }

    private static bool TryParse(string server, [NotNullWhen(true)] out SiloAddress? address)
    {
        try
        {
            address = SiloAddress.FromParsableString(server);
            return true;
        }
        catch (FormatException)
        {
            address = null;
            return false;
        }
    }

    /// <summary>Who lives, in an order that all agree on.</summary>
    private SiloAddress[] Now()
    {
        var snapshot = membership.CurrentSnapshot;
        if (_living.Version != snapshot.Version)
            _living = new Living(snapshot.Version, [.. snapshot.Members.Values.Where(member => member.Status == SiloStatus.Active).Select(member => member.SiloAddress).Order()]);
        return _living.Silos;
    }

    private sealed record Living(MembershipVersion Version, SiloAddress[] Silos);
}
