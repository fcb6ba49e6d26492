using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>What reps, customers and the carrier do: anything while it is wild, their best afterwards.</summary>
internal sealed class People(World world, Random random)
{
    private static readonly CallSign[] Failures = [CallSign.Busy, CallSign.NoAnswer, CallSign.Failed, CallSign.Canceled, CallSign.AnsweredByMachine, CallSign.NotPlaced];

    /// <summary>Offers are missed and declined, calls fail, desks are closed, supervisors meddle.</summary>
    public bool Wild { get; set; } = true;

    public void Saw(LeadId id, IReadOnlyList<LeadEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case LeadOffered e:
                    world.Later(Seconds(1, 25), () => Answer(id, e));
                    break;
                case OfferAccepted or AttemptEnded { Next.Kind: DeadlineKind.AttemptBy } or ReminderSent { Kind: DeadlineKind.AttemptBy }:
                    if (Does(0.8))
                        world.Later(Seconds(1, 60), () => Call(id));
                    break;
                case ContactMade { Next: not null } or AttemptEnded { Next.Kind: DeadlineKind.DispositionBy } or CallRequested { Manual: true } or ReminderSent:
                    if (Does(0.8))
                        world.Later(Seconds(1, 90), () => Complete(id));
                    break;
                case RetryScheduled or CallbackScheduled when Wild && Chance(0.3):
                    world.Later(Seconds(1, 900), () => Call(id));
                    break;
            }
        }
    }

    public void Saw(RepId rep, IReadOnlyList<RepEvent> events)
    {
        if (events.Any(e => e is PresenceChanged { Presence: not Presence.Available } or RepDisconnected))
            world.Later(Seconds(1, 120), () => Open(rep));
    }

    /// <summary>The rep opens the desk and is available.</summary>
    public void Open(RepId rep)
    {
        world.Run(rep, new ConnectRep("desk"));
        world.Run(rep, new SetRepPresence(Presence.Available, null, null));
    }

    /// <summary>Something nobody planned.</summary>
    public void Meddle()
    {
        var rep = new RepId($"r{random.Next(world.Reps.Count)}");
        var lead = world.Leads.Count == 0 ? default : world.Leads.Keys.ElementAt(random.Next(world.Leads.Count));
        switch (random.Next(8))
        {
            case 0: world.Run(rep, new SetRepPresence(Presence.Break, "lunch", null)); break;
            case 1: world.Run(rep, new DisconnectRep("desk")); break;
            case 2: world.Run(rep, new ResetRepConnections()); break;
            case 3: world.LoseQueue(); break;
            case 4 when lead != default: world.Run(lead, new ReassignLead("boss", Chance(0.5) ? rep : null, null)); break;
            case 5 when lead != default && Chance(0.2): world.Run(lead, new WithdrawLead("boss", "test")); break;
            case 6 when lead != default: world.Run(lead, new AcceptOffer(new OfferId($"offer{random.Next(500)}"), rep)); break;
            default: world.Receive($"person{random.Next(12)}"); break;
        }
    }

    /// <summary>The carrier is asked to place a call; its reports come in any order, some twice, some never.</summary>
    public void PlaceCall(LeadId id, AttemptId attempt)
    {
        if (world.Run(id, new OrderCall(attempt)) is not null)
            return;
        CallSign[] signs = !Wild || Chance(0.5)
            ? [CallSign.Initiated, CallSign.Ringing, CallSign.Answered, CallSign.Completed]
            : [CallSign.Initiated, Failures[random.Next(Failures.Length)]];
        var after = 0.0;
        foreach (var sign in signs)
        {
            after += Seconds(1, 40);
            var at = world.Now.AddSeconds(after);
            if (Does(0.9))
                world.Later(Wild ? Seconds(1, 200) : after, () => world.Mail.Send("carrier", id.Value, () => world.Run(id, new ReportCall(attempt, sign, at, null))));
        }
    }

    private void Answer(LeadId id, LeadOffered offer)
    {
        var roll = Wild ? random.NextDouble() : 0;
        if (roll < 0.6)
            world.Run(id, new AcceptOffer(offer.OfferId, offer.RepId));
        else if (roll < 0.8)
            world.Run(id, new DeclineOffer(offer.OfferId, offer.RepId, null));
    }

    private void Call(LeadId id)
    {
        var lead = world.Leads[id];
        if (lead is { IsClosed: false, Owner: { } owner } && (lead.OwnerTicket ?? world.Run(owner, new ReservePlace(id, Own: true))) is { } ticket)
            world.Run(id, new RequestCall(owner, ticket, new AttemptId(world.Draw("attempt")), Manual: Wild && Chance(0.2)) { PlaceEndsAt = lead.OwnerTicket is null ? world.Now.AddSeconds(30) : null });
    }

    private void Complete(LeadId id)
    {
        if (world.Leads[id].Owner is not { } owner)
            return;
        string[] dispositions = Wild ? ["won", "callback", "noAnswer", "notInterested"] : ["won", "notInterested"];
        world.Run(id, new CompleteLead(owner, dispositions[random.Next(dispositions.Length)], null, new Money(1, "ILS"), world.Now.AddSeconds(Seconds(60, 7200))));
    }

    private bool Does(double share) => !Wild || Chance(share);

    private bool Chance(double share) => random.NextDouble() < share;

    private double Seconds(int from, int to) => from + random.NextDouble() * (to - from);
}
