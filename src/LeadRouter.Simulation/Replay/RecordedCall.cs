using CsvHelper;

namespace LeadRouter.Simulation.Replay;

/// <summary>What became of a recorded call.</summary>
public enum CallOutcome
{
    /// <summary>AGENT: served.</summary>
    [CsvEnumName("AGENT")]
    Served,

    /// <summary>HANG: gave up.</summary>
    [CsvEnumName("HANG")]
    GaveUp,

    /// <summary>PHANTOM: to be ignored, whatever else its row says.</summary>
    [CsvEnumName("PHANTOM")]
    Phantom,
}

/// <summary>One inbound call of a recorded month. Times are the wall clock's, without a zone.</summary>
/// <param name="Caller">The running number of an identified caller; null when unknown.</param>
/// <param name="Priority">0 to 2. The description knows 2 only, which starts with 1.5 minutes of waiting credited; what the steps are worth by the records, see <see cref="HonouredCredit"/>.</param>
/// <param name="Type">PS regular service, PE the same in English, NE stock trading, IN internet help, NW a prospect, TT call-back; AA, which
/// the description does not explain, a few times.</param>
/// <param name="Entered">When the call came in.</param>
/// <param name="QueuedAt">When it began to wait; null when it never did.</param>
/// <param name="QueueSeconds">How long it waited; 0 when it never did.</param>
/// <param name="ServedAt">When an agent took it; null when none did, or when that was not recorded.</param>
/// <param name="ServiceSeconds">How long it was served; 0 when it was not.</param>
/// <param name="Agent">Who served it; null when nobody did, or when that was not recorded.</param>
public sealed record RecordedCall(
    int? Caller, int Priority, string Type, DateTime Entered, DateTime? QueuedAt, int QueueSeconds, CallOutcome Outcome, DateTime? ServedAt, int ServiceSeconds, string? Agent)
{
    /// <summary>The type of what we call a lead: a prospective customer who asks for information.</summary>
    public const string Prospect = "NW";

    /// <summary>The type of a call-back that the caller asked for.</summary>
    public const string CallBack = "TT";

    /// <summary>A call that wanted an agent: served, or given up while waiting. Who hung up before never waited for anybody.</summary>
    public bool WantedAgent => Outcome == CallOutcome.Served || (Outcome == CallOutcome.GaveUp && QueueSeconds > 0);

    /// <summary>When it wanted one: the machine that answers first takes some seconds before.</summary>
    public DateTime WantedAt => QueuedAt ?? ServedAt ?? Entered;

    /// <summary>When the agent was through with it; null when none took it.</summary>
    public DateTime? ServiceEnds => ServedAt?.AddSeconds(ServiceSeconds);

    /// <summary>Answered, and by nobody who is named: it took up no agent that the records know of.</summary>
    public bool IsByNobody => Outcome == CallOutcome.Served && Agent is null;

    /// <summary>A call-back is placed when an agent is free. One that never queued had its agent all the time: it is a call that the agent made.</summary>
    public bool IsPlaced => Type == CallBack && Outcome == CallOutcome.Served && QueuedAt is null;

    /// <summary>A call that an agent had to be found for.</summary>
    public bool IsReplayed => WantedAgent && !IsByNobody && !IsPlaced;
}
