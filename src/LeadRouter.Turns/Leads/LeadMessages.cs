namespace LeadRouter.Turns.Leads;

/// <summary>A command to a lead whose answer is awaited.</summary>
public sealed record AskLead(LeadCommand Command) : Ask<LeadReply>;

/// <summary>A command to a lead.</summary>
public sealed record TellLead(LeadCommand Command) : Message;

/// <summary>The lead as it stands, or null.</summary>
public sealed record GetLead : Ask<LeadReply>, IRepeatable;

/// <summary>A post of the same person; comes back to the contact when the lead is closed.</summary>
public sealed record RecordRepeat(LeadId Intake, LeadPost Post, string Contact) : Message;

/// <summary>A rep asks whether a hold still is so; the lead answers with a report to the rep.</summary>
public sealed record CheckHold(RepId RepId, long Ticket) : Message;

/// <summary>The carrier's effect is to place a call for this attempt.</summary>
public sealed record PlaceCall(LeadId LeadId, AttemptId AttemptId, RepId RepId, Phone LeadPhone, int RingSeconds) : Message;

/// <summary>A lead's answer: how it stands now, and the refusal if there was one.</summary>
public sealed record LeadReply(Lead? Lead, Refusal? Refusal);
