namespace LeadRouter.Turns.Ports;

/// <summary>A lead that is not closed, as the store knows it without its state.</summary>
public sealed record OpenLead(string LeadId, LiveLead Live);
