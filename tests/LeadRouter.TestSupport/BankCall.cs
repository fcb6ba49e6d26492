namespace LeadRouter.TestSupport;

/// <summary>One inbound call of the bank's call centre.</summary>
/// <param name="Caller">The running number of an identified caller; null when unknown.</param>
/// <param name="Priority">0 or 1 regular, 2 high (starts with 1.5 minutes of waiting credited).</param>
/// <param name="Type">PS regular service, PE the same in English, NE stock trading, IN internet help, NW a prospect, TT call-back; AA, which
/// the description does not explain, a few times.</param>
/// <param name="Entered">When the call came in.</param>
/// <param name="QueueSeconds">0 when it never queued.</param>
/// <param name="Outcome">AGENT served, HANG gave up, PHANTOM ignore.</param>
/// <param name="ServiceSeconds">0 when it was not served.</param>
/// <param name="Agent">Null when it was not served.</param>
public sealed record BankCall(
    int? Caller, int Priority, string Type, DateTimeOffset Entered, int QueueSeconds, string Outcome, int ServiceSeconds, string? Agent)
{
    /// <summary>The type of what we call a lead: a prospective customer who asks for information.</summary>
    public const string Prospect = "NW";
}
