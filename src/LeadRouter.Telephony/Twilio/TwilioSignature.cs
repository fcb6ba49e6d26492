using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadRouter.Telephony.Twilio;

/// <summary>
/// The header <c>X-Twilio-Signature</c>: base64 of HMAC-SHA1, keyed with the auth token, over the public URL followed by every
/// form parameter, name then value, sorted. A JSON body is covered by its SHA-256 in the URL's query instead (<c>bodySHA256</c>, hex).
/// Source: Twilio's security documentation. Comparisons take the same time wherever a difference is.
/// </summary>
public static class TwilioSignature
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Twilio-Signature";

    private const string BodyHash = "bodySHA256";

    /// <summary>The signature of a request. A parameter sent twice with the same value counts once.</summary>
    /// <param name="url">The whole public URL as Twilio requested it, with query and without fragment.</param>
    [SuppressMessage("Security", "CA5350", Justification = "Twilio defines the signature with SHA-1; as an HMAC it is not known to be broken.")]
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in parameters.Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
            text.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Whether a form post is from Twilio. Twilio signs the URL sometimes with and sometimes without its port, so both are good.</summary>
    public static bool Verify(string authToken, string? signature, string url, IReadOnlyCollection<KeyValuePair<string, string>> parameters)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var matches = false;
        foreach (var variant in PortVariants(url))
            matches |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Compute(authToken, variant, parameters)));
        return matches;
    }

    /// <summary>Whether a post of a raw body (JSON) is from Twilio: the URL is signed, and its query holds the body's hash.</summary>
    public static bool VerifyBody(string authToken, string? signature, string url, ReadOnlySpan<byte> body)
    {
        var query = url.IndexOf('?');
        if (query < 0 || !QueryHelpers.ParseQuery(url[query..]).TryGetValue(BodyHash, out var hashes) || hashes.Count != 1)
            return false;
        var isThisBody = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(hashes.ToString()), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
        return isThisBody & Verify(authToken, signature, url, []);
    }

    /// <summary>The URL without a port, and with its own or its scheme's port.</summary>
    internal static IReadOnlyList<string> PortVariants(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return [url];
        var host = scheme + 3;
        var end = url.IndexOfAny(['/', '?', '#'], host);
        if (end < 0)
            end = url.Length;
        // The first colon after the brackets of an IPv6 address, if there are any, starts the port.
        var bracket = url.LastIndexOf(']', end - 1, end - host);
        var colon = url.IndexOf(':', bracket < 0 ? host : bracket, end - (bracket < 0 ? host : bracket));
        var port = colon < 0 ? (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") : url[colon..end];
        var bare = url[..(colon < 0 ? end : colon)];
        return [bare + url[end..], bare + port + url[end..]];
    }
}
