using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadRouter.Accounts;

/// <summary>
/// The SHA-256 of a secret: the only form in which secrets are kept. A look-up by hash takes no time that depends on how much
/// of a guessed secret is right. Plain SHA-256 is enough because the secrets are 256 random bits.
/// </summary>
internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    private const int MaxTokenLength = 128;

    /// <summary>Hashes a secret without allocating; false for what cannot be one of ours.</summary>
    public static bool TryOf(ReadOnlySpan<char> token, out TokenHash hash)
    {
        hash = default;
        Span<byte> ascii = stackalloc byte[MaxTokenLength];
        if (token.IsEmpty || token.Length > MaxTokenLength || !Ascii.IsValid(token)) return false;
        Encoding.ASCII.GetBytes(token, ascii);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ascii[..token.Length], digest);
        hash = new(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
        return true;
    }

    /// <summary>Hashes a secret that we made.</summary>
    public static TokenHash Of(string token) =>
        TryOf(token, out var hash) ? hash : throw new ArgumentException("Not a token.", nameof(token));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? hex, out TokenHash hash)
    {
        hash = default;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (hex is not { Length: 64 } || Convert.FromHexString(hex, digest, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        hash = new(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
        return true;
    }

    public bool Equals(TokenHash other) => High == other.High && Low == other.Low;

    // A digest's bits are as good as any hash code.
    public override int GetHashCode() => (int)(uint)Low;

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(digest, High);
        BinaryPrimitives.WriteUInt128BigEndian(digest[16..], Low);
        return Convert.ToHexStringLower(digest);
    }
}
