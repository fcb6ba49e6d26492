using System.Net;
using System.Net.Sockets;

namespace LeadRouter.Packaging.Tests.Support;

/// <summary>Ports of the loopback that nobody uses.</summary>
internal static class Ports
{
    /// <summary>Below those that the system gives to outgoing connections: one of our own clients could get it before who it is for.</summary>
    public static int Free()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, System.Security.Cryptography.RandomNumberGenerator.GetInt32(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}
