namespace LeadRouter.Contracts;

/// <summary>What the server tells a rep's screen over <c>/hubs/rep</c>. On the wire a message has the method's name.</summary>
public interface IRepClient
{
    /// <summary>On connect and on every change of the rep; it replaces what was known.</summary>
    Task State(RepStateDto state);

    /// <summary>A lead rings at the rep.</summary>
    Task OfferMade(OfferDto offer);

    Task OfferEnded(OfferEndedDto ended);

    /// <summary>Something happened to a lead that the rep has or had.</summary>
    Task LeadUpdated(LeadDto lead);

    /// <summary>A step is late.</summary>
    Task Reminder(ReminderDto reminder);
}

/// <summary>What a rep's screen can ask of <c>/hubs/rep</c>. What cannot be done comes back as a refusal.</summary>
public interface IRepHub
{
    /// <param name="state">available, break or offline.</param>
    Task<HubReply> SetPresence(string? state);

    Task<HubReply> AcceptOffer(string? offerId);

    /// <param name="reason">At most 200 characters are kept.</param>
    Task<HubReply> DeclineOffer(string? offerId, string? reason);

    Task<HubReply> Call(string? leadId);

    Task<HubReply> Complete(string? leadId, CompleteRequest? body);

    /// <param name="minutes">How long the reminder is put off.</param>
    Task<HubReply> Snooze(string? reminderId, int minutes);
}

/// <summary>What the server tells a wallboard over <c>/hubs/wallboard</c>. On the wire a message has the method's name.</summary>
public interface IWallboardClient
{
    /// <summary>On connect, then at most four times a second while anything changes.</summary>
    Task Board(BoardDto board);
}
