using System.Collections.ObjectModel;

namespace LeadRouter.Domain.Queues;

/// <summary>A rep as the queues see him or her.</summary>
public sealed record RepStatus
{
    public required RepId Id { get; init; }
    /// <summary>The rep's own count of changes: of two the greater is the newer.</summary>
    public long Sequence { get; init; }
    public Presence Presence { get; init; }
    public bool Connected { get; init; }
    /// <summary>Places left.</summary>
    public int Free { get; init; }
    /// <summary>Places taken.</summary>
    public int Held { get; init; }
    public DateTimeOffset IdleSince { get; init; }
    /// <summary>What was worked on today; what is held now is not in it.</summary>
    public Workload Worked { get; init; } = Workload.None;
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>What the queues see of a rep.</summary>
    public static RepStatus Of(Rep rep) => new()
    {
        Id = rep.Id,
        Sequence = rep.Sequence,
        Presence = rep.Presence,
        Connected = rep.IsConnected,
        Free = rep.Free,
        Held = rep.Holds.Count,
        IdleSince = rep.IdleSince,
        Worked = rep.Worked,
        Languages = rep.Profile.Languages,
        Skills = rep.Profile.Skills,
    };

    /// <summary>Whether the queues see anything of the change, other than that there was one.</summary>
    public static bool Differs(Rep before, Rep after) =>
        before.Profile != after.Profile
        || before.Presence != after.Presence
        || before.IsConnected != after.IsConnected
        || before.Holds.Count != after.Holds.Count
        || before.IdleSince != after.IdleSince;
}
