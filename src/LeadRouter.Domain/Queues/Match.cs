namespace LeadRouter.Domain.Queues;

/// <summary>A queue's choice: ask this rep to set a place aside for this lead.</summary>
public sealed record Match(LeadId Lead, RoutingDecision Decision);
