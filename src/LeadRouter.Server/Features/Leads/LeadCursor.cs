using System.Globalization;

namespace LeadRouter.Server.Features.Leads;

/// <summary>Where a page of leads ends.</summary>
internal static class LeadCursor
{
    public static string Of(Lead lead) => string.Create(CultureInfo.InvariantCulture, $"{lead.ReceivedAt.UtcTicks}-{lead.Id}");

    public static (DateTimeOffset ReceivedAt, string LeadId)? Parse(string? cursor)
    {
        if (cursor?.Split('-', 2) is not [var ticks, { Length: > 0 and <= 64 } lead]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks)
            return null;
        return (new DateTimeOffset(at, TimeSpan.Zero), lead);
    }
}
