namespace LeadRouter.Turns.Reps;

/// <summary>Names of the indexes of reps: whose screens go when a server is gone, and which waiting leads a screen shows.</summary>
public static class RepIndexes
{
    public const string ConnectedPrefix = "connected/";

    /// <summary>The reps with a screen that is connected to a server.</summary>
    public static string Connected(string server) => ConnectedPrefix + server;

    /// <summary>The waiting leads on which the rep has the first call.</summary>
    public static string WaitsFor(RepId rep) => "waitsFor/" + rep.Value;

    internal static IEnumerable<IndexChange> Changes(Rep? before, Rep after)
    {
        if (before is not null && ReferenceEquals(before.Connections, after.Connections))
            return [];
        var (former, now) = (Servers(before), Servers(after));
        return former.Except(now).Select(server => new IndexChange(Connected(server), after.Id.Value, null))
            .Concat(now.Except(former).Select(server => new IndexChange(Connected(server), after.Id.Value, "{}"u8.ToArray())));
    }

    private static string[] Servers(Rep? rep) => rep is null ? [] : [.. rep.Connections.Select(ConnectionName.ServerOf).OfType<string>().Distinct()];
}
