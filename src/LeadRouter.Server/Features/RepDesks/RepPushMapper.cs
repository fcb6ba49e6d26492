namespace LeadRouter.Server.Features.RepDesks;

/// <summary>From what a rep's screen is told to the hub's messages and what they carry.</summary>
internal sealed class RepPushMapper(FloorView floor, IDeskSource desks, ICarrier carrier, TimeProvider time)
{
    private const int MaxLeads = 200;

    public Task TellAsync(IRepClient screen, RepPush push) => push switch
    {
        RepPush.State state => screen.State(State(state)),
        RepPush.OfferMade made => screen.OfferMade(Offer(made.Lead)),
        RepPush.OfferEnded ended => screen.OfferEnded(new OfferEndedDto(ended.Offer.Value, ended.Why is { } why ? WireNames.Of(why) : "accepted")),
        RepPush.LeadUpdated updated => screen.LeadUpdated(LeadMapper.ToDto(updated.Lead)),
        RepPush.Reminder reminder => screen.Reminder(Reminder(reminder.Lead)),
        _ => throw new InvalidOperationException($"The rep hub has no word for {push.GetType().Name}."),
    };

    private RepStateDto State(RepPush.State state)
    {
        var rep = state.Rep;
        var owned = state.Leads.Where(lead => lead.Offer is null).OrderBy(lead => lead.OwnerTicket is null).ThenBy(lead => lead.Next?.At).Take(MaxLeads).ToList();
        return new RepStateDto
        {
            RepId = rep.Id.Value,
            Name = rep.Profile.Name,
            Presence = WireNames.Of(rep.Presence),
            PresenceReason = rep.PresenceReason,
            PresenceSince = rep.PresenceSince,
            Capacity = rep.Profile.Capacity,
            ActiveLeads = rep.Holds.Count,
            MissedInRow = rep.MissedInRow,
            Offers = [.. state.Leads.Where(lead => lead.Offer is not null).Select(Offer)],
            Leads = [.. owned.Select(LeadMapper.ToDto)],
            Reminders = [.. owned.Where(SnoozeRules.HasReminder).Select(Reminder)],
            Today = RepDayMapper.ToDto(floor.Today(rep.Id), desks.Current.Desk.Currency),
            Desk = Desk(),
            ServerTime = time.GetUtcNow(),
        };
    }

    private static OfferDto Offer(Lead lead) => new(lead.Offer!.Id.Value, LeadMapper.ToDto(lead), lead.Queue, lead.Offer.ExpiresAt, lead.Preferred?.Rep == lead.Offer.Rep ? "yours" : "next");

    private static ReminderDto Reminder(Lead lead)
    {
        var next = lead.Next!;
        var text = next.Kind == DeadlineKind.AttemptBy ? "This lead is yours and has not been called yet." : "Say what came of the last call to this lead.";
        return new ReminderDto(ReminderIds.Of(lead), WireNames.Of(next.Kind), lead.Id.Value, text, next.At, SnoozeRules.MayPutOff(lead));
    }

    private RepDeskDto Desk()
    {
        var desk = desks.Current.Desk;
        return new RepDeskDto(
            [.. desk.Dispositions.Select(disposition => new DispositionDto(disposition.Id, disposition.Labels, WireNames.Of(disposition.Outcome)))],
            desk.Queues.ToDictionary(queue => queue.Id, queue => queue.Script), desk.Currency, desk.TimeZone, carrier.Name, desk.Name);
    }
}
