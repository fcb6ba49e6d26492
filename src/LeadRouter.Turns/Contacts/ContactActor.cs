using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Contacts;

/// <summary>A person as an actor: turns a post into a lead or a repeat, in one durable write.</summary>
public sealed class ContactActor : IActor
{
    public string Kind => ActorKinds.Contact;

    public bool IsVolatile => false;

    public IReadOnlyList<string> Indexes(string key) => [];

    public object? Restore(byte[]? state) => state is null ? null : StoredJson.Read<Contact>(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => null;

    public byte[] Store(object state) => StoredJson.Write((Contact)state);

    public long Sequence(object? state) => (state as Contact)?.Sequence ?? 0;

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context)
    {
        var contact = (Contact?)state ?? new Contact();
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
            Events = Happening.Of(events, happened => happened.At),
            Outgoing = Outgoing(id, after, command, events) is { } outgoing ? [outgoing] : [],
            Reply = command is RegisterPost register ? ContactDecider.Answer(after, register.Intake) : null,
        };
    }

    private static Outgoing? Outgoing(ActorId id, Contact contact, ContactCommand command, IReadOnlyList<ContactEvent> events) => (command, events) switch
    {
        (RegisterPost c, [PostRegistered { Answer.IsRepeat: false }]) => NewLead(c.Intake, c.Post, events[0].At),
        (RegisterPost c, [PostRegistered happened]) => Repeat(id, happened.Answer.Lead, c.Intake, c.Post),
        (ReturnRepeat c, [RepeatBecameLead]) => NewLead(c.Intake, c.Post, ContactDecider.Answer(contact, c.Intake)?.ReceivedAt ?? events[0].At),
        (ReturnRepeat c, []) when contact.OpenLead is { } open && open != c.Intake => Repeat(id, open, c.Intake, c.Post),
        _ => null,
    };

    private static Outgoing NewLead(LeadId lead, LeadPost post, DateTimeOffset receivedAt) =>
        new(new ActorId(ActorKinds.Lead, lead.Value), new TellLead(new ReceiveLead(lead, post) { ReceivedAt = receivedAt }));

    private static Outgoing Repeat(ActorId contact, LeadId lead, LeadId intake, LeadPost post) =>
        new(new ActorId(ActorKinds.Lead, lead.Value), new RecordRepeat(intake, post, contact.Key));
}
