namespace LeadRouter.Intake;

/// <summary>The most that a field may hold, in UTF-16 characters after trimming; documented on <see cref="Contracts.PostLeadRequest"/>.</summary>
public static class LeadPostLimits
{
    public const int ExternalId = 200;
    public const int Name = 200;
    public const int Source = 200;
    public const int Campaign = 200;
    public const int Queue = 100;
    public const int Language = 35;
    public const int Message = 4_000;
    public const int ConsentText = 4_000;
    public const int ConsentKind = 100;
    /// <summary>Entries; <c>phoneAsGiven</c> and <c>emailAsGiven</c>, which we add, do not count.</summary>
    public const int Attributes = 50;
    public const int AttributeName = 100;
    public const int AttributeValue = 1_000;
}
