using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;

namespace LeadRouter.Demo;

/// <summary>A made-up rep: takes offers, calls, says what came of it, goes on breaks. Uses the same ways as a person's desk.</summary>
internal sealed class DemoRep(RepId id, RepProfile profile, DemoMood mood, Random random, IActorSystem actors, CallStarter calls, TimeProvider time)
{
    private readonly Lock _random = new();

    public RepId Id => id;

    /// <summary>Comes to work: registers if new, connects, and keeps its shift until cancelled.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        await AskAsync(new RegisterRep(id, profile));
        await AskAsync(new ConnectRep("demo"));
        await PauseAsync(10 * Draw(), cancel);
        while (true)
        {
            await AskAsync(new SetRepPresence(Presence.Available, null, null));
            await PauseAsync(60 * mood.ShiftMinutes, cancel);
            await AskAsync(new SetRepPresence(Presence.Break, null, null));
            await PauseAsync(60 * mood.BreakMinutes, cancel);
        }
    }

    /// <summary>Acts on something that happened to a lead of this rep.</summary>
    public Task ReactAsync(Lead lead, LeadEvent happened, CancellationToken cancel) => happened switch
    {
        LeadOffered e => AnswerAsync(lead.Id, e.OfferId, cancel),
        OfferAccepted => CallAsync(lead.Id, 1 + 2 * Draw(), cancel),
        AttemptEnded { Result: AttemptEnd.NotPlaced or AttemptEnd.Unknown, Next: not null } => CallAsync(lead.Id, 3, cancel),
        AttemptEnded { Result: AttemptEnd.Completed, Next: not null } => CompleteAsync(lead.Id, mood.WrapUpSeconds, cancel),
        ReminderSent { Kind: DeadlineKind.AttemptBy } => CallAsync(lead.Id, 1, cancel),
        ReminderSent => CompleteAsync(lead.Id, 1, cancel),
        _ => Task.CompletedTask,
    };

    private async Task AnswerAsync(LeadId lead, OfferId offer, CancellationToken cancel)
    {
        var draw = Draw();
        if (draw < mood.MissRate)
            return;
        await PauseAsync(mood.PickUpSeconds * (0.5 + Draw()), cancel);
        await AskAsync(lead, draw < mood.MissRate + mood.DeclineRate ? new DeclineOffer(offer, id, "not now") : new AcceptOffer(offer, id));
    }

    private async Task CallAsync(LeadId lead, double afterSeconds, CancellationToken cancel)
    {
        await PauseAsync(afterSeconds, cancel);
        await calls.StartAsync(id, lead, cancel);
    }

    private async Task CompleteAsync(LeadId lead, double afterSeconds, CancellationToken cancel)
    {
        await PauseAsync(afterSeconds * (0.5 + Draw()), cancel);
        var draw = Draw();
        var complete = draw < mood.WinRate
            ? new CompleteLead(id, "won", null, new Money(100 * Math.Round((decimal)(5 + 45 * Draw())), "ILS"), null)
            : draw < mood.WinRate + 0.2
                ? new CompleteLead(id, "callback", "Asked to be called again", null, time.GetUtcNow().AddMinutes(2 + 20 * Draw()))
                : new CompleteLead(id, draw < 0.85 ? "notInterested" : "tooExpensive", null, null, null);
        await AskAsync(lead, complete);
    }

    private Task<RepReply> AskAsync(RepCommand command) => actors.AskAsync(new ActorId(ActorKinds.Rep, id.Value), new AskRep(command));

    private Task<LeadReply> AskAsync(LeadId lead, LeadCommand command) => actors.AskAsync(new ActorId(ActorKinds.Lead, lead.Value), new AskLead(command));

    private Task PauseAsync(double seconds, CancellationToken cancel) => Task.Delay(TimeSpan.FromSeconds(seconds), time, cancel);

    private double Draw()
    {
        lock (_random)
            return random.NextDouble();
    }
}
