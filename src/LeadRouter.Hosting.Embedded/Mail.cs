using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Hosting.Embedded;

/// <summary>A message in a mailbox.</summary>
/// <param name="Reply">Completed with the answer, for an ask from outside.</param>
/// <param name="Consumed">The outbox row that the turn takes away, for a durable message.</param>
internal sealed record Mail(Message Message, TaskCompletionSource<object?>? Reply, OutboxKey? Consumed);
