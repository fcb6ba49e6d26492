using LeadRouter.Turns.Telephony;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Features.RepDesks;

/// <summary>
/// The rep's desk. Every call is answered; what cannot be done comes back as a refusal. A click that has begun is carried
/// out to its end even when the screen is gone meanwhile: a call is several steps.
/// </summary>
[Authorize(Policy = AccountPolicies.Rep)]
internal sealed class RepHub(IActorSystem actors, RepDesk desk, CallStarter calls, IDeskSource desks) : Hub<IRepClient>, IRepHub
{
    private const int MaxNote = 4000;
    private static readonly Refusal NoLead = new("lead_not_found", "There is no such lead.");

    private RepId Rep => new(Context.User!.GetRepId()!);

    public override async Task OnConnectedAsync()
    {
        try
        {
            await desk.ConnectAsync(Rep, Context.User!.FindFirst(AccountClaims.DisplayName)?.Value ?? Context.User.Identity!.Name!, Context);
        }
        catch (Exception trouble) when (IsBusy(trouble) || Context.ConnectionAborted.IsCancellationRequested)
        {
            // The screen opens again in a moment. An error of each try of each screen would bury the store's own, which says why.
            Context.Abort();
            return;
        }

        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        desk.Disconnect(Rep, Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    public Task<HubReply> SetPresence(string? state) => WireNames.Parse<Presence>(state) is { } presence
        ? RepAsync(new SetRepPresence(presence, null, null))
        : Refuse("bad_presence", "Choose available, break or offline.");

    public Task<HubReply> AcceptOffer(string? offerId) => Lead(OfferIds.LeadOf(offerId)?.Value) is { } lead
        ? LeadAsync(lead, new AcceptOffer(new OfferId(offerId!), Rep))
        : Refuse("offer_gone", "This offer is over; the next one will ring.");

    public Task<HubReply> DeclineOffer(string? offerId, string? reason) => Lead(OfferIds.LeadOf(offerId)?.Value) is { } lead
        ? LeadAsync(lead, new DeclineOffer(new OfferId(offerId!), Rep, reason is { Length: > 200 } ? reason[..200] : reason))
        : Refuse("offer_gone", "This offer is over already.");

    public Task<HubReply> Call(string? leadId) => GuardAsync(async () =>
    {
        if (Lead(leadId) is not { } lead)
            return Answer(CallStarter.NotOwner);
        var reply = await calls.StartAsync(Rep, lead, CancellationToken.None);
        var manual = reply.Lead?.LiveAttempt is { Manual: true };
        return Answer(reply.Refusal) with { TelLink = reply.Refusal is null && manual ? "tel:" + reply.Lead!.Post.Phone : null };
    });

    public Task<HubReply> Complete(string? leadId, CompleteRequest? body)
    {
        if (body?.Disposition is not { } disposition)
            return Refuse("unknown_disposition", "Choose what came of it.");
        if (body.Note is { Length: > MaxNote })
            return Refuse("note_too_long", $"Write at most {MaxNote} characters.", ("most", MaxNote));
        var currency = desks.Current.Desk.Currency;
        if (body.Amount?.Currency is { } given && given != currency)
            return Refuse("unknown_currency", $"Give the amount in {currency}.", ("currency", currency));
        var amount = body.Amount is { } money ? new Money(money.Amount, currency) : null;
        return LeadAsync(Lead(leadId), new CompleteLead(Rep, disposition, body.Note, amount, body.CallbackAt?.ToUniversalTime()));
    }

    public Task<HubReply> Snooze(string? reminderId, int minutes) => ReminderIds.Parse(reminderId) is var (lead, kind, number)
        ? LeadAsync(lead, new SnoozeLead(Rep, minutes, kind, number))
        : Refuse("no_reminder", "There is no such reminder.");

    private Task<HubReply> LeadAsync(LeadId? lead, LeadCommand command) => GuardAsync(async () =>
        Answer(lead is { } known ? (await actors.AskAsync(new ActorId(ActorKinds.Lead, known.Value), new AskLead(command))).Refusal : NoLead));

    /// <summary>What cannot be a lead's id is nobody's address: it must not become an actor.</summary>
    private static LeadId? Lead(string? id) => ActorId.IsKey(id) ? new LeadId(id) : null;

    private Task<HubReply> RepAsync(RepCommand command) => GuardAsync(async () =>
        Answer((await actors.AskAsync(new ActorId(ActorKinds.Rep, Rep.Value), new AskRep(command))).Refusal));

    private static async Task<HubReply> GuardAsync(Func<Task<HubReply>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception busy) when (IsBusy(busy))
        {
            return Answer(new Refusal("try_again", "The server could not say just now whether this was done. Look at the lead, and try again in a moment."));
        }
    }

    private static bool IsBusy(Exception trouble) => trouble is OverloadedException or StoreUnavailableException;

    private static HubReply Answer(Refusal? refusal) => refusal is null ? new HubReply(true) : new HubReply(false, new RefusalDto(refusal.Code, refusal.Text, refusal.Values));

    private static Task<HubReply> Refuse(string code, string text, params (string Name, object Value)[] values) => Task.FromResult(Answer(Refusal.Of(code, text, values)));
}
