namespace LeadRouter.Server.Features.Reps;

/// <summary>From the rep to what is shown of him or her.</summary>
internal static class RepMapper
{
    public static RepDto ToDto(Rep rep, string user) => new()
    {
        RepId = rep.Id.Value,
        User = user,
        Name = rep.Profile.Name,
        Queues = rep.Profile.Queues,
        Skills = rep.Profile.Skills,
        Languages = rep.Profile.Languages,
        Capacity = rep.Profile.Capacity,
        Weight = rep.Profile.Weight,
        Phone = rep.Profile.Phone?.Value,
        Active = rep.Profile.Active,
        Presence = WireNames.Of(rep.Presence),
        PresenceReason = rep.PresenceReason,
        PresenceSince = rep.PresenceSince,
        Connected = rep.IsConnected,
        ActiveLeads = rep.Holds.Count,
    };
}
