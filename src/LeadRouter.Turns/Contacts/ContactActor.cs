namespace LeadRouter.Turns.Contacts;

/// <summary>A person as an actor: turns a post into a lead or a repeat, in one durable write.</summary>
public sealed class ContactActor : IActor<Contact>
{
    public string Kind => ActorKinds.Contact;

    public long Sequence(Contact state) => state.Sequence;

    public Turn Receive(ActorId id, Contact? state, Message message, TurnContext context)
    {
        var contact = state ?? new Contact();
        return message switch
        {
            RegisterLeadPost m => Run(id, contact, new RegisterPost(m.Intake, m.Post), context),
            TellContact m => Run(id, contact, m.Command, context),
            Wake => Turn.Unchanged(state, null),
            _ => throw new InvalidOperationException($"A contact does not take {message.GetType().Name}."),
        };
    }

    private static Turn Run(ActorId id, Contact before, ContactCommand command, TurnContext context)
    {
        var events = ContactDecider.Decide(before, command, context.Now);
        var after = events.Aggregate(before, ContactDecider.Evolve);
        return new Turn
        {
            State = after.Sequence == 0 ? null : after,
            Events = RecordedEvent.Of(events, happened => happened.At),
            Outbox = Message(id, after, command, events) is { } message ? [message] : [],
            Reply = command is RegisterPost register ? ContactDecider.Answer(after, register.Intake) : null,
        };
    }

    private static Envelope? Message(ActorId id, Contact contact, ContactCommand command, IReadOnlyList<ContactEvent> events) => (command, events) switch
    {
        (RegisterPost c, [PostRegistered { Answer.IsRepeat: false }]) => NewLead(c.Intake, c.Post, events[0].At),
        (RegisterPost c, [PostRegistered happened]) => Repeat(id, happened.Answer.Lead, c.Intake, c.Post),
        (ReturnRepeat c, [RepeatBecameLead]) => NewLead(c.Intake, c.Post, ContactDecider.Answer(contact, c.Intake)?.ReceivedAt ?? events[0].At),
        (ReturnRepeat c, []) when contact.OpenLead is { } open && open != c.Intake => Repeat(id, open, c.Intake, c.Post),
        _ => null,
    };

    private static Envelope NewLead(LeadId lead, LeadPost post, DateTimeOffset receivedAt) =>
        new(new ActorId(ActorKinds.Lead, lead.Value), new TellLead(new ReceiveLead(lead, post) { ReceivedAt = receivedAt }));

    private static Envelope Repeat(ActorId contact, LeadId lead, LeadId intake, LeadPost post) =>
        new(new ActorId(ActorKinds.Lead, lead.Value), new RecordRepeat(intake, post, contact.Key));
}
