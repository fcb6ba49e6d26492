namespace LeadRouter.Contracts;

/// <summary>
/// Body of <c>POST /api/v1/leads</c>. At least one of phone and e-mail; at most 64 KiB in all. Other usual names of a field are read as it
/// (<c>fullName</c>, <c>first_name</c>, <c>tel</c>, <c>e-mail</c>), and any other field is kept in <see cref="Attributes"/>: the answer's warnings say so.
/// </summary>
public sealed record PostLeadRequest
{
    /// <summary>The sender's own id of the lead, at most 200 characters; the same one from the same source is one lead.</summary>
    public string? ExternalId { get; init; }
    /// <summary>At most 200 characters.</summary>
    public string? Name { get; init; }
    /// <summary>International (+972…) or local to the centre's default country.</summary>
    public string? Phone { get; init; }
    /// <summary>At most 254 characters.</summary>
    public string? Email { get; init; }
    /// <summary>Default: the name of the source that the key belongs to.</summary>
    public string? Source { get; init; }
    /// <summary>At most 200 characters.</summary>
    public string? Campaign { get; init; }
    /// <summary>Queue id; default: the source's queue, else the desk's default queue.</summary>
    public string? Queue { get; init; }
    /// <summary>BCP 47 tag, for example <c>he</c> or <c>en</c>; a rep must speak it.</summary>
    public string? Language { get; init; }
    /// <summary>At most 4,000 characters.</summary>
    public string? Message { get; init; }
    /// <summary>0 to 100; higher is hotter.</summary>
    public double? Score { get; init; }
    /// <summary>Proof of consent as the form recorded it.</summary>
    public ConsentDto? Consent { get; init; }
    /// <summary>When the person asked, if the sender knows.</summary>
    public DateTimeOffset? RequestedAt { get; init; }
    /// <summary>At most 50 entries; names to 100 and values to 1,000 characters.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}

/// <summary>What the person agreed to, when, and the kind of consent.</summary>
public sealed record ConsentDto(string? Text, DateTimeOffset? At, string? Kind);

/// <summary>The 202 answer: sent only after the lead is durable.</summary>
/// <param name="LeadId">The lead; for a repeat, the open lead on which it was recorded.</param>
/// <param name="ReceivedAt">When this post was made durable.</param>
/// <param name="DuplicateOf">The open lead of the same person, when this post was a repeat.</param>
/// <param name="Warnings">Fields of a JSON body that were read by another name or kept as attributes; missing when there are none.</param>
public sealed record PostLeadResponse(string LeadId, DateTimeOffset ReceivedAt, string? DuplicateOf, IReadOnlyList<PostWarningDto>? Warnings = null);

/// <summary>What became of a field that is not one of a lead's.</summary>
/// <param name="Field">Its name as it was sent.</param>
/// <param name="Text">For example <c>read as name</c> or <c>kept in attributes</c>.</param>
public sealed record PostWarningDto(string Field, string Text);
