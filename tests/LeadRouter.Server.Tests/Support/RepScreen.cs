namespace LeadRouter.Server.Tests.Support;

/// <summary>A rep with an open desk, and all that came to it.</summary>
internal sealed class RepScreen : IAsyncDisposable
{
    private RepScreen(TestRep rep) => Rep = rep;

    public TestRep Rep { get; }
    public string RepId => Rep.RepId;
    public RepClient Desk { get; private set; } = null!;
    public Inbox<RepStateDto> States { get; } = new("State");
    public Inbox<OfferDto> Offers { get; } = new("OfferMade");
    public Inbox<OfferEndedDto> Ended { get; } = new("OfferEnded");
    public Inbox<LeadDto> Leads { get; } = new("LeadUpdated");
    public Inbox<ReminderDto> Reminders { get; } = new("Reminder");
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connects and, unless told otherwise, becomes available.</summary>
    public static async Task<RepScreen> OpenAsync(RunningServer server, TestRep rep, bool available = true)
    {
        var screen = new RepScreen(rep);
        screen.Desk = await RepClient.ConnectAsync(server.Address, rep.Token, desk =>
        {
            desk.StateChanged += screen.States.Add;
            desk.OfferMade += screen.Offers.Add;
            desk.OfferEnded += screen.Ended.Add;
            desk.LeadUpdated += screen.Leads.Add;
            desk.Reminder += screen.Reminders.Add;
            desk.Closed += _ => screen.Closed.TrySetResult();
        });
        if (available)
            (await screen.Desk.SetPresenceAsync("available")).ShouldBeDone();
        return screen;
    }

    /// <summary>The next offer of this lead.</summary>
    public Task<OfferDto> OfferOfAsync(string leadId, TimeSpan? within = null) =>
        Offers.TakeAsync(offer => offer.Lead.LeadId == leadId, $"an offer of {leadId} to {Rep.User}", within);

    /// <summary>Waits for the offer of this lead and takes it.</summary>
    public async Task<OfferDto> AcceptAsync(string leadId)
    {
        var offer = await OfferOfAsync(leadId);
        (await Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
        return offer;
    }

    /// <summary>The lead as it came to this screen in the given state.</summary>
    public Task<LeadDto> LeadInAsync(string leadId, string state, TimeSpan? within = null) =>
        Leads.TakeAsync(lead => lead.LeadId == leadId && lead.State == state, $"{leadId} {state} at {Rep.User}", within);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
