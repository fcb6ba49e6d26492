using Orleans.Placement;

namespace LeadRouter.Cluster.Grains;

/// <summary>Knows a lead's truth: its owner, its deadlines.</summary>
[PreferLocalPlacement]
internal sealed class LeadGrain(GrainServices services) : TurnGrain(ActorKinds.Lead, services), ILeadGrain;

/// <summary>Knows a rep's truth: presence and capacity.</summary>
[RandomPlacement]
internal sealed class RepGrain(GrainServices services) : TurnGrain(ActorKinds.Rep, services), IRepGrain;

/// <summary>Matches who waits with who is free; holds no truth, so that it is kept rather than rebuilt.</summary>
[RandomPlacement]
internal sealed class QueueGrain(GrainServices services) : TurnGrain(ActorKinds.Queue, services), IQueueGrain;

/// <summary>Knows whether a person's post is a new lead or a repeat.</summary>
[PreferLocalPlacement]
internal sealed class ContactGrain(GrainServices services) : TurnGrain(ActorKinds.Contact, services), IContactGrain;

/// <summary>Knows whether an idempotency key was used.</summary>
[PreferLocalPlacement]
internal sealed class ReceiptGrain(GrainServices services) : TurnGrain(ActorKinds.Receipt, services), IReceiptGrain;
