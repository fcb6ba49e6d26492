using System.Collections.ObjectModel;
using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Domain.Desks;

/// <summary>How one queue treats its leads.</summary>
public sealed record QueueRules
{
    /// <summary>1 to 40 lower-case letters, digits, <c>-</c> or <c>_</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Shown name; the id when empty.</summary>
    public string Name { get; init; } = "";
    /// <summary>How a rep is chosen among the eligible, by the name of a policy: <c>longestIdle</c> or <c>fewestToday</c>.</summary>
    public string Strategy { get; init; } = LongestIdlePolicy.Key;
    /// <summary>How long an offer rings, 5 to 300 s.</summary>
    public int OfferSeconds { get; init; } = 20;
    /// <summary>How long a rep who missed or declined a lead is left alone with it, 0 to 3600 s; afterwards it may come round again.</summary>
    public int OfferAgainSeconds { get; init; } = 10;
    /// <summary>How long a lead that comes back waits for its busy owner before anybody may have it, 0 to 3600 s.</summary>
    public int OwnerFirstSeconds { get; init; } = 60;
    /// <summary>Added to every lead of the queue, 0 to 1000.</summary>
    public int Priority { get; init; }
    /// <summary>Added when the same person posts again, 0 to 1000.</summary>
    public int RepeatPriority { get; init; } = 50;
    /// <summary>Waiting this long is worth one point of priority, 1 to 3600 s.</summary>
    public int AgeingSecondsPerPoint { get; init; } = 6;
    public SlaRules Sla { get; init; } = new();
    /// <summary>What follows each unanswered attempt, in order; after the last step the lead is not reachable.</summary>
    public IReadOnlyList<CadenceStep> Cadence { get; init; } = CadenceStep.Default;
    /// <summary>How long the lead's phone rings, 5 to 600 s.</summary>
    public int RingSeconds { get; init; } = 30;
    /// <summary>An owner who has not dialled after this long is reminded, then loses the lead; 10 to 86,400 s.</summary>
    public int AttemptBySeconds { get; init; } = 120;
    /// <summary>An owner who has not said what happened this long after the call is reminded; 10 to 86,400 s.</summary>
    public int DispositionBySeconds { get; init; } = 180;
    /// <summary>Reminders before a lead is taken back, 0 to 10.</summary>
    public int Reminders { get; init; } = 2;
    /// <summary>Skills that a rep needs, name to least level 1-10.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ReadOnlyDictionary<string, int>.Empty;
    /// <summary>Language to the text the rep reads out; <c>{rep}</c>, <c>{centre}</c>, <c>{name}</c> and <c>{campaign}</c> are filled in on the screen.</summary>
    public IReadOnlyDictionary<string, string> Script { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The shown name.</summary>
    public string Title => Name.Length > 0 ? Name : Id;
}

/// <summary>The promise on the first attempt.</summary>
public sealed record SlaRules
{
    /// <summary>Target from received to first attempt, 5 to 604,800 s.</summary>
    public int FirstAttemptSeconds { get; init; } = 60;
    /// <summary>Share of the target at which a warning is given, 1 to 99 %.</summary>
    public int WarnAtPercent { get; init; } = 80;
    /// <summary>By which time the target is measured.</summary>
    public SlaTime Clock { get; init; } = SlaTime.Working;
}

/// <summary>What a promise is measured by.</summary>
public enum SlaTime
{
    /// <summary>The centre's working hours: a lead of the night is due after opening.</summary>
    Working,
    /// <summary>The wall clock.</summary>
    Raw,
}

/// <summary>One step of the cadence: either a pause or the next working day at a time.</summary>
public sealed record CadenceStep
{
    /// <summary>Minutes after the attempt ended, 1 to 43,200.</summary>
    public int? AfterMinutes { get; init; }
    /// <summary>Time of the next working day, <c>HH:mm</c> in the centre's time zone.</summary>
    public string? NextWorkingDayAt { get; init; }

    /// <summary>+30 min, +4 h, next working day at 10:00.</summary>
    public static IReadOnlyList<CadenceStep> Default { get; } =
    [
        new() { AfterMinutes = 30 },
        new() { AfterMinutes = 240 },
        new() { NextWorkingDayAt = "10:00" },
    ];
}
