namespace LeadRouter.Domain.Reps;

/// <summary>A wish of somebody about a rep.</summary>
public abstract record RepCommand;

/// <summary>A new rep with a profile.</summary>
public sealed record RegisterRep(RepId RepId, RepProfile Profile) : RepCommand;

/// <summary>The rep's profile is replaced as a whole.</summary>
public sealed record ChangeRepProfile(RepProfile Profile) : RepCommand;

/// <summary>A screen of the rep is connected.</summary>
public sealed record ConnectRep(string Connection) : RepCommand;

/// <summary>A screen of the rep is gone.</summary>
public sealed record DisconnectRep(string Connection) : RepCommand;

/// <summary>The server was started again.</summary>
public sealed record ResetRepConnections : RepCommand;

/// <summary>One of several servers is gone, and with it the screens that were connected to it.</summary>
/// <param name="Server">Its name, as in <see cref="ConnectionName"/>.</param>
public sealed record LoseServer(string Server) : RepCommand;

/// <summary><paramref name="By"/> is null when it is the rep's own choice.</summary>
public sealed record SetRepPresence(Presence Presence, string? Reason, string? By) : RepCommand;

/// <summary>Set a place aside for a lead that a queue chose this rep for, or (<paramref name="Own"/>) that the rep owns and wants to call now.</summary>
public sealed record ReservePlace(LeadId LeadId, bool Own) : RepCommand;

/// <summary>The lead's word about a hold.</summary>
/// <param name="Owned">True: the rep owns it. False with no <paramref name="Ended"/>: the offer still rings.</param>
public sealed record ReportHold(LeadId LeadId, long Ticket, bool Owned, HoldEnd? Ended) : RepCommand;

/// <summary>Do whatever is due.</summary>
public sealed record WakeRep : RepCommand;

/// <summary>What a decision may look at besides the rep.</summary>
/// <param name="DayEndsAt">When the centre's day is over.</param>
public sealed record RepContext(DateTimeOffset Now, PauseRules Pause, DateTimeOffset DayEndsAt);

/// <summary>What was decided: events, or a refusal.</summary>
public sealed record RepDecision(IReadOnlyList<RepEvent> Events, Refusal? Refusal = null)
{
    public static RepDecision Nothing { get; } = new([]);

    public static RepDecision Of(params RepEvent[] events) => new(events);

    public static RepDecision Refuse(string code, string text) => new([], new Refusal(code, text));
}
