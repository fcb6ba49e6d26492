using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadRouter.Intake;

/// <summary>
/// Tells whether two posts under one Idempotency-Key say the same. It is taken of what was sent and not of what we made of it, so that a
/// changed setting (the default queue, say) does not turn a retry into a conflict.
/// </summary>
public static class PayloadFingerprint
{
    /// <summary>
    /// SHA-256, 64 lower-case hexadecimal digits, of the fields in a fixed order, each with its length. The order of fields and of
    /// attributes, white space around values, names that stand for the same field, JSON or form, and blank or missing make no difference.
    /// </summary>
    public static string Of(PostLeadRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.ExternalId);
        Add(hash, request.Name);
        Add(hash, request.Phone);
        Add(hash, request.Email);
        Add(hash, request.Source);
        Add(hash, request.Campaign);
        Add(hash, request.Queue);
        Add(hash, request.Language);
        Add(hash, request.Message);
        AddNumber(hash, request.Score is { } score ? BitConverter.DoubleToInt64Bits(score) : null);
        Add(hash, request.Consent?.Text);
        AddNumber(hash, request.Consent?.At?.UtcTicks);
        Add(hash, request.Consent?.Kind);
        AddNumber(hash, request.RequestedAt?.UtcTicks);
        foreach (var (name, value) in (request.Attributes ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, value);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text?.Trim() ?? "");
        AddNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AddNumber(IncrementalHash hash, long? number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = number is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number ?? 0);
        hash.AppendData(bytes);
    }
}
