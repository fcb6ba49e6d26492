using System.Text.Json.Serialization;

namespace LeadRouter.Contracts;

/// <summary>Body of <c>POST /api/v1/reps</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateRepRequest
{
    /// <summary>Sign-in name, 2 to 64 of letters, digits, <c>. _ - @</c>; unique, case ignored.</summary>
    public string? User { get; init; }
    /// <summary>8 to 200 characters; without one the rep cannot sign in until a password is set.</summary>
    public string? Password { get; init; }
    /// <summary>Shown name, 1 to 100 characters.</summary>
    public string? Name { get; init; }
    /// <summary>Queue ids; default: the desk's default queue.</summary>
    public IReadOnlyList<string>? Queues { get; init; }
    /// <summary>Skill name to level 1-10.</summary>
    public IReadOnlyDictionary<string, int>? Skills { get; init; }
    /// <summary>BCP 47 tags; empty: any language.</summary>
    public IReadOnlyList<string>? Languages { get; init; }
    /// <summary>Leads worked at the same time, 1 to 10; default 1.</summary>
    public int? Capacity { get; init; }
    /// <summary>Share against other reps, 0.1 to 10; default 1.</summary>
    public double? Weight { get; init; }
    /// <summary>The phone the carrier rings before it bridges the lead.</summary>
    public string? Phone { get; init; }
}

/// <summary>Body of <c>PATCH /api/v1/reps/{id}</c>: only what is given changes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UpdateRepRequest
{
    public string? Password { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<string>? Queues { get; init; }
    public IReadOnlyDictionary<string, int>? Skills { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public int? Capacity { get; init; }
    public double? Weight { get; init; }
    public string? Phone { get; init; }
    /// <summary>False: may not sign in and gets no leads.</summary>
    public bool? Active { get; init; }
}

/// <summary>Answer of <c>POST /api/v1/reps</c>.</summary>
public sealed record CreateRepResponse(string RepId);

/// <summary>A rep as <c>GET /api/v1/reps</c> lists it.</summary>
public sealed record RepDto
{
    public required string RepId { get; init; }
    public required string User { get; init; }
    public required string Name { get; init; }
    public IReadOnlyList<string> Queues { get; init; } = [];
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();
    public IReadOnlyList<string> Languages { get; init; } = [];
    public int Capacity { get; init; } = 1;
    public double Weight { get; init; } = 1;
    public string? Phone { get; init; }
    public bool Active { get; init; } = true;
    public required string Presence { get; init; }
    public string? PresenceReason { get; init; }
    public DateTimeOffset PresenceSince { get; init; }
    public bool Connected { get; init; }
    public int ActiveLeads { get; init; }
}

/// <summary>Body of <c>POST /api/v1/reps/{id}/presence</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SetPresenceRequest(string? State, string? Reason);

/// <summary>What the rep desk shows: sent on connect and on every change of the rep.</summary>
public sealed record RepStateDto
{
    public required string RepId { get; init; }
    public required string Name { get; init; }
    public required string Presence { get; init; }
    /// <summary>Why, when it was not the rep's own choice: missedOffers, supervisor, connectionLost.</summary>
    public string? PresenceReason { get; init; }
    public DateTimeOffset PresenceSince { get; init; }
    public int Capacity { get; init; }
    /// <summary>Leads being worked now (offered or owned and not scheduled for later).</summary>
    public int ActiveLeads { get; init; }
    public int MissedInRow { get; init; }
    /// <summary>Offers ringing now.</summary>
    public IReadOnlyList<OfferDto> Offers { get; init; } = [];
    /// <summary>All open leads that the rep owns, the ones being worked first; at most 200.</summary>
    public IReadOnlyList<LeadDto> Leads { get; init; } = [];
    public IReadOnlyList<ReminderDto> Reminders { get; init; } = [];
    public required RepTodayDto Today { get; init; }
    public required RepDeskDto Desk { get; init; }
    /// <summary>The server's clock, to show countdowns right on a machine whose clock is wrong.</summary>
    public DateTimeOffset ServerTime { get; init; }
}

/// <summary>The rep's counters since midnight of the centre.</summary>
public sealed record RepTodayDto(int Accepted, int Missed, int Calls, int Contacts, int Deals, MoneyDto Revenue);

/// <summary>What the desk configuration gives the rep's screen.</summary>
/// <param name="Dispositions">In the order to show.</param>
/// <param name="Scripts">Queue id to language to text; the screen fills in <c>{rep}</c>, <c>{centre}</c>, <c>{name}</c> and <c>{campaign}</c>.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA name of the centre.</param>
/// <param name="Carrier">none (tel: link, manual outcome), simulated or twilio.</param>
/// <param name="Centre">Shown name of the call centre.</param>
public sealed record RepDeskDto(IReadOnlyList<DispositionDto> Dispositions, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Scripts, string Currency, string TimeZone, string Carrier, string Centre);

/// <summary>A possible result of handling a lead.</summary>
/// <param name="Id">Sent back in <c>Complete</c>.</param>
/// <param name="Labels">Language to text.</param>
/// <param name="Outcome">won, lost, callback, noAnswer or invalid.</param>
public sealed record DispositionDto(string Id, IReadOnlyDictionary<string, string> Labels, string Outcome);
