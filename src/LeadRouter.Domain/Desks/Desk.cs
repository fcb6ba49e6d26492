namespace LeadRouter.Domain.Desks;

/// <summary>The whole routing configuration of one call centre: one versioned JSON document.</summary>
public sealed record Desk
{
    /// <summary>Shown name, 1 to 100 characters.</summary>
    public string Name { get; init; } = "Call centre";
    /// <summary>IANA time zone of the centre; its midnight starts the day's counters.</summary>
    public string TimeZone { get; init; } = "Asia/Jerusalem";
    /// <summary>ISO 3166 alpha-2; local phone numbers are read as this country's.</summary>
    public string DefaultCountry { get; init; } = "IL";
    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "ILS";
    /// <summary>The queue of leads that name none; must be one of <see cref="Queues"/>.</summary>
    public string DefaultQueue { get; init; } = "sales";
    /// <summary>1 to 200 queues.</summary>
    public IReadOnlyList<QueueRules> Queues { get; init; } = [];
    /// <summary>1 to 50 results a rep can choose.</summary>
    public IReadOnlyList<Disposition> Dispositions { get; init; } = [];
    /// <summary>Working hours: next-working-day retries and the working-hours clocks go by them.</summary>
    public WorkWeek WorkWeek { get; init; } = new();
    /// <summary>When reps are paused by the system.</summary>
    public PauseRules Pause { get; init; } = new();
    /// <summary>From when on the wallboard shows a number as a worry.</summary>
    public BoardRules Board { get; init; } = new();

    /// <summary>The queue's rules, or null when the desk has no such queue.</summary>
    public QueueRules? FindQueue(string id) => Queues.FirstOrDefault(queue => queue.Id == id);

    /// <summary>The disposition, or null when the desk has no such one.</summary>
    public Disposition? FindDisposition(string id) => Dispositions.FirstOrDefault(disposition => disposition.Id == id);

    /// <summary>The rules that hold for a lead of this queue: its own, or the default queue's when the queue was removed meanwhile.</summary>
    public QueueRules RulesFor(string queue) => FindQueue(queue) ?? FindQueue(DefaultQueue) ?? Queues[0];
}

/// <summary>When the system pauses a rep.</summary>
public sealed record PauseRules
{
    /// <summary>Missed offers in a row after which the rep is put on break, 1 to 20.</summary>
    public int MissedOffersInRow { get; init; } = 3;
    /// <summary>How long a lost connection may last before the rep counts as offline, 0 to 300 s.</summary>
    public int PresenceGraceSeconds { get; init; } = 15;
}

/// <summary>The wallboard's thresholds, in percent.</summary>
public sealed record BoardRules
{
    /// <summary>SLA attainment from which on it is good, 1 to 100.</summary>
    public int SlaGoodPercent { get; init; } = 90;
    /// <summary>SLA attainment below which it is bad, 0 to <see cref="SlaGoodPercent"/>; a worry in between.</summary>
    public int SlaBadPercent { get; init; } = 75;
    /// <summary>Share of its queue's target from which on a waiting lead is a worry, 1 to 99; late is bad.</summary>
    public int WaitWarnPercent { get; init; } = 50;
}

/// <summary>What a disposition does to the lead.</summary>
public enum DispositionOutcome
{
    /// <summary>A deal; needs an amount.</summary>
    Won,
    /// <summary>Over without a deal.</summary>
    Lost,
    /// <summary>To be called again at a chosen time.</summary>
    Callback,
    /// <summary>Nobody answered: goes by the queue's cadence.</summary>
    NoAnswer,
    /// <summary>Not a real lead: wrong number, test, spam.</summary>
    Invalid,
}

/// <summary>A result a rep can choose.</summary>
public sealed record Disposition
{
    /// <summary>1 to 40 letters or digits; unique on the desk.</summary>
    public required string Id { get; init; }
    public required DispositionOutcome Outcome { get; init; }
    /// <summary>Language to shown text.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
