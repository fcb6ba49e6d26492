namespace LeadRouter.Domain.Queues;

/// <summary>May this rep have this lead now? Answers with the first reason against it.</summary>
public static class Eligibility
{
    /// <summary>Null when the rep may have it.</summary>
    /// <param name="free">Places left, less those a match is under way for.</param>
    public static ExclusionReason? Against(WaitingLead lead, RepStatus rep, int free, IReadOnlyDictionary<string, int> skills, DateTimeOffset now)
    {
        if (rep.Presence == Presence.Offline)
            return ExclusionReason.Offline;
        if (rep.Presence == Presence.Break)
            return ExclusionReason.OnBreak;
        if (!rep.Connected)
            return ExclusionReason.Disconnected;
        if (!Speaks(rep, lead.Language))
            return ExclusionReason.Language;
        if (!HasSkills(rep, skills))
            return ExclusionReason.Skill;
        if (free <= 0)
            return ExclusionReason.AtCapacity;
        return lead.Passes.Any(pass => pass.Rep == rep.Id && pass.Until > now) ? ExclusionReason.Passed : null;
    }

    /// <summary>A rep without languages takes any; <c>he-IL</c> is spoken by who speaks <c>he</c>.</summary>
    public static bool Speaks(RepStatus rep, string? language) => language is null || rep.Languages.Count == 0
        || rep.Languages.Any(spoken => language.StartsWith(spoken, StringComparison.OrdinalIgnoreCase) && (language.Length == spoken.Length || language[spoken.Length] == '-'));

    /// <summary>Available with an open desk.</summary>
    internal static bool IsThere(RepStatus rep) => rep is { Presence: Presence.Available, Connected: true };

    internal static bool HasSkills(RepStatus rep, IReadOnlyDictionary<string, int> skills) =>
        skills.All(skill => rep.Skills.TryGetValue(skill.Key, out var has) && has >= skill.Value);
}
