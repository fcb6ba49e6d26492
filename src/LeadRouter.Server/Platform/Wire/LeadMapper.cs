using System.Text.Json;
using LeadRouter.Domain.Queues;

namespace LeadRouter.Server.Platform.Wire;

/// <summary>From the lead to what is shown of it.</summary>
internal static class LeadMapper
{
    public static LeadDto ToDto(Lead lead) => Fill(lead, new LeadDto { LeadId = lead.Id.Value, State = WireNames.Of(lead.Status), Queue = lead.Queue });

    public static LeadDetailDto ToDetail(Lead lead, IReadOnlyList<StoredEvent> events)
    {
        var detail = (LeadDetailDto)Fill(lead, new LeadDetailDto { LeadId = lead.Id.Value, State = WireNames.Of(lead.Status), Queue = lead.Queue });
        var timeline = events.Select(ToEntry).ToList();
        var decisions = events.Where(happened => happened.Type == "leadOffered").Select(happened => ((LeadOffered)StoredJson.ReadEvent(happened)).Decision);
        return detail with { Timeline = timeline, Decisions = [.. decisions.Select(ToDto)] };
    }

    public static MoneyDto? ToDto(Money? money) => money is null ? null : new MoneyDto(money.Amount, money.Currency);

    private static LeadDto Fill(Lead lead, LeadDto dto) => dto with
    {
        ExternalId = lead.Post.ExternalId,
        Owner = lead.Owner?.Value,
        Name = lead.Post.Name,
        Phone = lead.Post.Phone?.Value,
        Email = lead.Post.Email,
        Source = lead.Post.Source,
        Campaign = lead.Post.Campaign,
        Language = lead.Post.Language,
        Message = lead.Post.Message,
        Score = lead.Post.Score,
        Priority = lead.Priority,
        ReceivedAt = lead.ReceivedAt,
        Deadlines = [.. lead.Deadlines().Select(deadline => new DeadlineDto(WireNames.Of(deadline.Kind), deadline.At))],
        Attempts = [.. lead.Attempts.Select(ToDto)],
        Offer = lead.Offer is { } offer ? new LeaseDto(offer.Id.Value, offer.Rep.Value, offer.ExpiresAt) : null,
        WaitsFor = lead.WaitsFor() is { } first ? new WaitsForDto(first.Rep.Value, first.Until) : null,
        IsTest = lead.Id.IsTest,
        RepeatCount = lead.RepeatCount,
        Consent = lead.Post.Consent is { } consent ? new ConsentDto(consent.Text, consent.At, consent.Kind) : null,
        RequestedAt = lead.Post.RequestedAt,
        Attributes = lead.Post.Attributes,
        FirstOfferAt = lead.FirstOfferAt,
        AssignedAt = lead.AssignedAt,
        FirstAttemptAt = lead.FirstAttemptAt,
        FirstContactAt = lead.FirstContactAt,
        FirstAttemptProven = lead.FirstAttemptProven,
        Disposition = lead.Result?.Disposition,
        Note = lead.Result?.Note,
        Amount = ToDto(lead.Result?.Amount),
        ClosedAt = lead.ClosedAt,
    };

    private static AttemptDto ToDto(Attempt attempt) => new()
    {
        AttemptId = attempt.Id.Value,
        Number = attempt.Number,
        RepId = attempt.Rep.Value,
        Status = attempt switch
        {
            { End: { } end } => WireNames.Of(end),
            { AnsweredAt: not null } => "answered",
            { RingingAt: not null } => "ringing",
            { InitiatedAt: not null } => "initiated",
            _ => "dialing",
        },
        Proven = attempt is { Manual: false, InitiatedAt: not null },
        StartedAt = attempt.RequestedAt,
        InitiatedAt = attempt.InitiatedAt,
        AnsweredAt = attempt.AnsweredAt,
        EndedAt = attempt.EndedAt,
    };

    private static TimelineEntryDto ToEntry(StoredEvent happened)
    {
        var record = StoredJson.ReadEvent(happened);
        var data = JsonSerializer.SerializeToElement(record, record.GetType(), StoredJson.Options);
        var rep = data.TryGetProperty("repId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        return new TimelineEntryDto(happened.Sequence, happened.At, happened.Type, rep, data);
    }

    private static DecisionDto ToDto(RoutingDecision decision) => new(decision.At, decision.RepId.Value, decision.Rule,
        [.. decision.Eligible.Select(rep => rep.Value)], [.. decision.Excluded.Select(excluded => new ExclusionDto(excluded.RepId.Value, WireNames.Of(excluded.Reason)))], decision.ExcludedCount);
}
