namespace LeadRouter.Intake;

/// <summary>The JSON names of the fields of a posted lead.</summary>
internal static class Fields
{
    public const string ExternalId = "externalId";
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Source = "source";
    public const string Campaign = "campaign";
    public const string Queue = "queue";
    public const string Language = "language";
    public const string Message = "message";
    public const string Score = "score";
    public const string Consent = "consent";
    public const string ConsentText = "consent.text";
    public const string ConsentAt = "consent.at";
    public const string ConsentKind = "consent.kind";
    public const string RequestedAt = "requestedAt";
    public const string Attributes = "attributes";
}
