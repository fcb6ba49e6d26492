namespace LeadRouter.Contracts;

/// <summary>Answer of every client call on the rep hub.</summary>
/// <param name="Ok">True when it was done.</param>
/// <param name="Refusal">Why not, when it was not.</param>
public sealed record HubReply(bool Ok, RefusalDto? Refusal = null)
{
    /// <summary>For <c>Call</c> without a carrier: the tel: link to open.</summary>
    public string? TelLink { get; init; }
}

/// <summary>An expected refusal.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Text">A sentence that tells what to do.</param>
/// <param name="Values">What the sentence names, numbers and texts by name, for who says it in another language.</param>
public sealed record RefusalDto(string Code, string Text, IReadOnlyDictionary<string, object>? Values = null);

/// <summary>A lead that rings at the rep.</summary>
public sealed record OfferDto(string OfferId, LeadDto Lead, string Queue, DateTimeOffset ExpiresAt, string Reason);

/// <summary>An offer that is over.</summary>
public sealed record OfferEndedDto(string OfferId, string Why);

/// <summary>A step that is late.</summary>
/// <param name="MayPutOff">It can be put off, once; the first call to a new lead cannot.</param>
public sealed record ReminderDto(string ReminderId, string Kind, string? LeadId, string Text, DateTimeOffset DueAt, bool MayPutOff);

/// <summary>Body of <c>Complete</c>.</summary>
public sealed record CompleteRequest
{
    /// <summary>Id of one of the desk's dispositions.</summary>
    public string? Disposition { get; init; }
    /// <summary>At most 4,000 characters.</summary>
    public string? Note { get; init; }
    /// <summary>Needed for a won deal.</summary>
    public MoneyDto? Amount { get; init; }
    /// <summary>Needed for a call-back: in the future, at most 90 days ahead.</summary>
    public DateTimeOffset? CallbackAt { get; init; }
}
