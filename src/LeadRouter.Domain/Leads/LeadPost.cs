using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Leads;

/// <summary>A validated, normalised post of a lead, whatever channel it came by. At least one of phone and e-mail is there.</summary>
public sealed record LeadPost
{
    public string? ExternalId { get; init; }
    [Personal]
    public string? Name { get; init; }
    [Personal]
    public Phone? Phone { get; init; }
    /// <summary>Trimmed and in lower case.</summary>
    [Personal]
    public string? Email { get; init; }
    public required string Source { get; init; }
    public string? Campaign { get; init; }
    /// <summary>An existing queue of the desk.</summary>
    public required string Queue { get; init; }
    /// <summary>BCP 47 tag in lower case, or null when any rep will do.</summary>
    public string? Language { get; init; }
    [Personal]
    public string? Message { get; init; }
    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }
    public Consent? Consent { get; init; }
    public DateTimeOffset? RequestedAt { get; init; }
    [Personal]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}

/// <summary>What the person agreed to, when, and the kind of consent.</summary>
public sealed record Consent(string? Text, DateTimeOffset? At, string? Kind);
