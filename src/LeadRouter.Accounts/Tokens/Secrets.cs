using System.Buffers.Text;
using System.Security.Cryptography;

namespace LeadRouter.Accounts;

/// <summary>
/// Makes secrets of 256 random bits. The prefix says what a leaked one opens, and lets secret scanners find it.
/// </summary>
internal static class Secrets
{
    public const string SessionPrefix = "lrs_";
    public const string BoardPrefix = "lrb_";
    public const string SourcePrefix = "lrk_";
    public const string SetupPrefix = "lru_";
    private const int HintLength = 8;

    public static string Create(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The prefix and four characters: enough to tell secrets apart, 24 of 256 bits.</summary>
    public static string Hint(string secret) => secret[..HintLength] + "...";

    /// <summary>A short id that is no secret.</summary>
    public static string CreateId(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
