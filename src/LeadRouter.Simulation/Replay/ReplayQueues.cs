namespace LeadRouter.Simulation.Replay;

/// <summary>The recorded call types as queues of a desk: a queue for each kind of work that takes agents of its own.</summary>
internal static class ReplayQueues
{
    public const string Regular = "regular";
    public const string Stock = "stock";
    public const string Internet = "internet";

    /// <summary>The language of the type that is regular service in English.</summary>
    public const string English = "en";

    /// <summary>Waiting that a caller of priority 2 is credited, in seconds; a point of priority is worth one on this desk.</summary>
    public const int CreditSeconds = 90;

    public static IReadOnlyList<string> All { get; } = [Regular, Stock, Internet];

    public static Desk Desk() => PatientDesk.Of(All);

    public static string Of(RecordedCall call) => call.Type switch
    {
        "NE" => Stock,
        "IN" => Internet,
        _ => Regular,
    };

    public static string? Language(RecordedCall call) => call.Type == "PE" ? English : null;
}
