namespace LeadRouter.Observability.Catalogue;

/// <summary>The label names, one word per concept.</summary>
internal static class Label
{
    public static KeyValuePair<string, object?> Queue(string queue) => new("queue", queue);

    /// <summary>A lead that names no source is counted under <c>none</c>.</summary>
    public static KeyValuePair<string, object?> Source(string? source) => new("source", string.IsNullOrEmpty(source) ? "none" : source);

    public static KeyValuePair<string, object?> Outcome(string outcome) => new("outcome", outcome);

    public static KeyValuePair<string, object?> Rule(string rule) => new("rule", rule);

    public static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);

    /// <summary>What a time rests on: the carrier's word, or a rep's click.</summary>
    public static KeyValuePair<string, object?> Proof(bool provenByCarrier) => new("proof", provenByCarrier ? "carrier" : "manual");
}
