namespace LeadRouter.Turns.Reps;

/// <summary>A command to a rep whose answer is awaited.</summary>
public sealed record AskRep(RepCommand Command) : Ask<RepReply>;

/// <summary>A command to a rep.</summary>
public sealed record TellRep(RepCommand Command) : Message;

/// <summary>The rep as he or she stands, or null.</summary>
public sealed record GetRep : Ask<RepReply>, IRepeatable;

/// <summary>A queue chose this rep for a lead: set a place aside and have the lead offered, or say no to the queue.</summary>
public sealed record ReserveFor(LeadId LeadId, string Queue, RoutingDecision Decision) : Message;

/// <summary>A rep's answer.</summary>
/// <param name="Ticket">Of the place that was set aside, if that was asked.</param>
public sealed record RepReply(Rep? Rep, Refusal? Refusal, long? Ticket = null);
