namespace LeadRouter.Turns.Ports;

/// <summary>A search. Fields that are null do not restrict. Pages go by <see cref="Before"/>, newest first.</summary>
public sealed record LeadQuery
{
    public string? State { get; init; }
    public string? Queue { get; init; }
    /// <summary>Leads owned by or offered to this rep.</summary>
    public string? Rep { get; init; }
    public string? Source { get; init; }
    public string? Campaign { get; init; }
    /// <summary>Parts of a name, phone or e-mail, one of which is enough; case ignored. None: no restriction.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];
    public bool? Open { get; init; }
    /// <summary>Only leads that come after this one in (receivedAt, leadId) descending order.</summary>
    public (DateTimeOffset ReceivedAt, string LeadId)? Before { get; init; }
    /// <summary>1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
