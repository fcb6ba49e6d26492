namespace LeadRouter.Domain.Contacts;

/// <summary>The rules of a contact: at most one open lead per person.</summary>
public static class ContactDecider
{
    /// <summary>How many answers are remembered for posts that come again.</summary>
    public const int MaxAnswers = 50;

    /// <summary>Decides one command; nothing is ever refused.</summary>
    public static IReadOnlyList<ContactEvent> Decide(Contact contact, ContactCommand command, DateTimeOffset now) => command switch
    {
        RegisterPost c when Answer(contact, c.Intake) is not null => [],
        RegisterPost c => [new PostRegistered(new IntakeAnswer(c.Intake, contact.OpenLead ?? c.Intake, now)) { At = now }],
        CloseContactLead c when contact.OpenLead == c.LeadId => [new ContactLeadClosed(c.LeadId) { At = now }],
        CloseContactLead => [],
        ReturnRepeat c when contact.OpenLead is null || contact.OpenLead == c.Closed => [new RepeatBecameLead(c.Intake, c.Closed) { At = now }],
        ReturnRepeat => [],
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The state after the event.</summary>
    public static Contact Evolve(Contact contact, ContactEvent happened) => Apply(contact, happened, contact.Sequence + 1);

    /// <summary>What the post was answered, or null when it is not remembered.</summary>
    public static IntakeAnswer? Answer(Contact contact, LeadId intake) => contact.Answers.FirstOrDefault(answer => answer.Intake == intake);

    private static Contact Apply(Contact contact, ContactEvent happened, long sequence) => happened switch
    {
        PostRegistered e => contact with { Sequence = sequence, OpenLead = e.Answer.Lead, Answers = [.. contact.Answers.TakeLast(MaxAnswers - 1), e.Answer] },
        ContactLeadClosed => contact with { Sequence = sequence, OpenLead = null },
        RepeatBecameLead e => contact with { Sequence = sequence, OpenLead = e.LeadId },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };
}
