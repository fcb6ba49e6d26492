using System.Globalization;

namespace LeadRouter.Server.Features.RepDesks;

/// <summary>Names of reminders: the lead, the step that is late, and which reminder of it.</summary>
internal static class ReminderIds
{
    /// <summary>The name of a lead's open reminder.</summary>
    public static string Of(Lead lead) => string.Create(CultureInfo.InvariantCulture, $"{lead.Id}.{WireNames.Of(lead.Next!.Kind)}.{lead.RemindersSent}");

    /// <summary>What a name says; null when it is none.</summary>
    public static (LeadId Lead, DeadlineKind Kind, int Number)? Parse(string? id) =>
        id?.Split('.') is [var lead, var kind, var number] && ActorId.IsKey(lead)
        && WireNames.Parse<DeadlineKind>(kind) is { } step
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? (new LeadId(lead), step, which)
            : null;
}
