using System.Text.Json;

namespace LeadRouter.Turns.Ports;

/// <summary>The searchable fields of a lead.</summary>
/// <param name="State">The name of its status, see <see cref="StateOf"/>.</param>
/// <param name="Live">What the board needs of it while it is open; null when it is closed. Its queue, status and rep are those of the row.</param>
public sealed record LeadRow(string LeadId, string State, string Queue, string? Owner, string? OfferedTo, string? Source, string? Campaign, string? Name, string? Phone, string? Email, DateTimeOffset ReceivedAt, bool Open, LiveLead? Live)
{
    private static readonly string[] States = [.. Enum.GetNames<LeadStatus>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The row of a lead.</summary>
    public static LeadRow Of(Lead lead) => new(
        lead.Id.Value, StateOf(lead.Status), lead.Queue, lead.Owner?.Value, lead.Offer?.Rep.Value, lead.Post.Source, lead.Post.Campaign,
        lead.Post.Name, lead.Post.Phone?.Value, lead.Post.Email, lead.ReceivedAt, !lead.IsClosed, lead.IsClosed ? null : LiveLead.Of(lead));

    /// <summary>The name of a status, for example <c>notReachable</c>.</summary>
    public static string StateOf(LeadStatus status) => States[(int)status];

    /// <summary>The status of a name.</summary>
    public static LeadStatus StatusOf(string state) => (LeadStatus)Array.IndexOf(States, state);
}
