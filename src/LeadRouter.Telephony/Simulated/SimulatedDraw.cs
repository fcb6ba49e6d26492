using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadRouter.Telephony.Simulated;

/// <summary>The chances of one call, each even in [0, 1).</summary>
/// <param name="Answer">Decides answered or not.</param>
/// <param name="Kind">Decides busy, failed or rung out; for an answered call, human or machine.</param>
/// <param name="Ring">Places the ring time in its spread.</param>
/// <param name="Talk">Places the talk time in its spread.</param>
public readonly record struct SimulatedDraw(double Answer, double Kind, double Ring, double Talk)
{
    /// <summary>
    /// The draw of an attempt. It comes from a hash and not from a sequence, so that the order in which calls are placed, and
    /// on which machine, does not change what happens in them.
    /// </summary>
    public static SimulatedDraw For(int seed, AttemptId attempt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{attempt.Value}"), hash);
        return new SimulatedDraw(Even(hash), Even(hash[8..]), Even(hash[16..]), Even(hash[24..]));
    }

    // 53 bits: every value is exact in a double and 1 cannot be reached.
    private static double Even(ReadOnlySpan<byte> bytes) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
}
