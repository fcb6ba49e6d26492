using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace LeadRouter.Cluster;

/// <summary>How this server is one of several. Settings: section <c>Cluster</c>.</summary>
public sealed partial record ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>StackExchange.Redis' configuration string; null: the server is on its own.</summary>
    public string? Redis { get; init; }

    /// <summary>Servers of the same id find each other; others on the same Redis do not. 1 to 60 of a-z, A-Z, 0-9, - and _.</summary>
    public string Id { get; init; } = "leadrouter";

    /// <summary>The port where this server listens to the others, 1 to 65535.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>A port for Orleans' own clients and tools, up to 65535; 0: none.</summary>
    public int GatewayPort { get; init; }

    /// <summary>The address or host name where the others reach this server; null: the machine's first one.</summary>
    public string? AdvertisedAddress { get; init; }

    /// <summary>Refuses what makes no sense, with the setting's name.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range or cannot be read.</exception>
    public void Validate()
    {
        _ = RedisOptions();
        if (!IdText().IsMatch(Id))
            throw new ArgumentException($"{Section}:{nameof(Id)} is '{Id}'. Give 1 to 60 letters, digits, - or _.");
        if (SiloPort is < 1 or > 65535)
            throw new ArgumentException($"{Section}:{nameof(SiloPort)} is {SiloPort}. Give 1 to 65535.");
        if (GatewayPort is < 0 or > 65535 || GatewayPort == SiloPort)
            throw new ArgumentException($"{Section}:{nameof(GatewayPort)} is {GatewayPort}. Give another port than {nameof(SiloPort)}, or 0 for none.");
    }

    /// <summary>The options of the connection to Redis: it comes back by itself however long Redis is away.</summary>
    internal ConfigurationOptions RedisOptions()
    {
        try
        {
            var options = ConfigurationOptions.Parse(Redis ?? "");
            if (options.EndPoints.Count == 0)
                throw new ArgumentException("It names no server.");
            options.AbortOnConnectFail = false;
            options.ClientName = "leadrouter";
            return options;
        }
        catch (ArgumentException unreadable)
        {
            // What it says may hold a password: only why it is refused is told.
            throw new ArgumentException($"{Section}:{nameof(Redis)} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The address that is told to the others.</summary>
    internal async Task<IPAddress?> AddressAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(AdvertisedAddress))
            return null;
        try
        {
            var found = await Dns.GetHostAddressesAsync(AdvertisedAddress, cancel);
            return found.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException or IndexOutOfRangeException)
        {
            throw new ArgumentException($"{Section}:{nameof(AdvertisedAddress)} is '{AdvertisedAddress}', which names no address.", unknown);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,60}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdText();
}
