using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace LeadRouter.Accounts;

/// <summary>Whom the per-address throttle counts: an IPv4 address, or the /64 that an IPv6 host can roam in.</summary>
internal static class RemoteAddress
{
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes) + "/64";
    }
}
