namespace LeadRouter.Intake;

/// <summary>The key by which a repeated post is known: the Idempotency-Key header (IETF draft 07).</summary>
/// <param name="Value">1 to 255 visible ASCII characters; null when the header is absent or refused.</param>
/// <param name="Refusal">Null, or <c>bad_idempotency_key</c>.</param>
public readonly record struct IdempotencyKey(string? Value, Refusal? Refusal)
{
    /// <summary>The most characters of a key.</summary>
    public const int MaxLength = 255;

    private static readonly Refusal Bad = new("bad_idempotency_key", "Send an Idempotency-Key of 1 to 255 visible ASCII characters, without spaces.");

    /// <summary>Of several headers none can be chosen, nor may they count as none.</summary>
    public static IdempotencyKey Several { get; } = new(null, new Refusal("bad_idempotency_key", "Send one Idempotency-Key header, not several."));

    /// <summary>
    /// Reads the header. The draft's structured-field string <c>"abc"</c> and the bare <c>abc</c> that most clients send are one key.
    /// </summary>
    /// <param name="header">Null when the request has no such header: then there is neither a key nor a refusal.</param>
    public static IdempotencyKey Parse(string? header)
    {
        if (header is null) return default;
        var key = header.Trim(' ', '\t');
        if (key.Length >= 2 && key[0] == '"' && key[^1] == '"') key = key[1..^1];
        return key.Length is 0 or > MaxLength || key.AsSpan().ContainsAnyExceptInRange('!', '~') ? new(null, Bad) : new(key, null);
    }
}
