namespace LeadRouter.Domain.Leads;

/// <summary>Where a lead stands.</summary>
public enum LeadStatus
{
    /// <summary>Durable, not yet in a queue.</summary>
    Received,
    /// <summary>In its queue, due now.</summary>
    Waiting,
    /// <summary>Rings at one rep under a lease.</summary>
    Offered,
    /// <summary>A rep has accepted it and has to dial.</summary>
    Owned,
    /// <summary>Being called, or called without an answer and due again at its next attempt.</summary>
    Attempting,
    /// <summary>A human answered; the rep has to say what came of it.</summary>
    Reached,
    /// <summary>To be called at a chosen time.</summary>
    Callback,
    Won,
    Lost,
    /// <summary>The cadence ran out.</summary>
    NotReachable,
    Invalid,
    /// <summary>Taken out by a supervisor.</summary>
    Withdrawn,
}

/// <summary>Questions about a status.</summary>
public static class LeadStatuses
{
    /// <summary>Nothing more will happen by itself.</summary>
    public static bool IsClosed(this LeadStatus status) => status >= LeadStatus.Won;
}
