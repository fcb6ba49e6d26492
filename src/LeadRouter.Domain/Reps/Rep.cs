using System.Collections.ObjectModel;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Reps;

/// <summary>What a rep wants (or the system decided): may leads ring?</summary>
public enum Presence { Offline, Available, Break }

/// <summary>A rep: the one authority on presence and capacity. Changes only by <see cref="RepEvolution"/>.</summary>
public sealed record Rep
{
    public required RepId Id { get; init; }
    /// <summary>Number of events applied so far.</summary>
    public long Sequence { get; init; }
    public required RepProfile Profile { get; init; }
    public Presence Presence { get; init; }
    /// <summary>Why, when it was not the rep's own choice.</summary>
    public string? PresenceReason { get; init; }
    public DateTimeOffset PresenceSince { get; init; }
    /// <summary>Open hub connections; at most <see cref="RepDecider.MaxConnections"/>.</summary>
    public IReadOnlyList<string> Connections { get; init; } = [];
    /// <summary>Without a connection until then, the rep counts as offline.</summary>
    public DateTimeOffset? GraceEndsAt { get; init; }
    /// <summary>Leads that take up capacity now.</summary>
    public IReadOnlyList<Hold> Holds { get; init; } = [];
    /// <summary>The last ticket given out.</summary>
    public long LastTicket { get; init; }
    /// <summary>Offers missed since the last one that was answered.</summary>
    public int MissedInRow { get; init; }
    /// <summary>Since when nothing is held (or since the rep became available, if later).</summary>
    public DateTimeOffset IdleSince { get; init; }

    public Workload Worked { get; init; } = Workload.None;

    /// <summary>Places left for leads.</summary>
    public int Free => Math.Max(0, Profile.Capacity - Holds.Count);

    public bool IsConnected => Connections.Count > 0;

    /// <summary>May an offer ring now?</summary>
    public bool CanTake => Profile.Active && Presence == Presence.Available && IsConnected && Free > 0;

    /// <summary>The rep's hold on a lead, or null.</summary>
    public Hold? HoldOn(LeadId lead) => Holds.FirstOrDefault(hold => hold.Lead == lead);

    /// <summary>The earliest instant at which the rep acts by itself.</summary>
    public DateTimeOffset? DueAt() => Holds.Select(hold => (DateTimeOffset?)hold.VerifyAt).Append(GraceEndsAt).Min();
}

/// <summary>Who a rep is and what he or she can do.</summary>
public sealed record RepProfile
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }
    /// <summary>Queue ids.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];
    /// <summary>Skill name to level 1-10.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ReadOnlyDictionary<string, int>.Empty;
    /// <summary>BCP 47 tags in lower case; empty: any language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    /// <summary>Leads worked at the same time, 1 to 10.</summary>
    public int Capacity { get; init; } = 1;
    /// <summary>Share against other reps, 0.1 to 10.</summary>
    public double Weight { get; init; } = 1;
    /// <summary>The phone the carrier rings first.</summary>
    public Phone? Phone { get; init; }
    /// <summary>False: gets no leads.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>A lead that takes up one place of a rep: reserved or offered, then owned. Only the lead's word ends it.</summary>
/// <param name="Ticket">The rep's own number of this hold.</param>
/// <param name="Owned">The rep has accepted.</param>
/// <param name="VerifyAt">When the lead is asked again whether it still is so.</param>
public sealed record Hold(LeadId Lead, long Ticket, bool Owned, DateTimeOffset Since, DateTimeOffset VerifyAt);
