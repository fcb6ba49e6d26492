namespace LeadRouter.Domain.Contacts;

/// <summary>A person, by normalised phone or else e-mail: the one authority on whether a post is a new lead or a repeat.</summary>
public sealed record Contact
{
    /// <summary>Number of events applied so far.</summary>
    public long Sequence { get; init; }
    /// <summary>The person's open lead.</summary>
    public LeadId? OpenLead { get; init; }
    /// <summary>What was answered lately, newest last; at most <see cref="ContactDecider.MaxAnswers"/>. A post that comes a second time gets the same answer.</summary>
    public IReadOnlyList<IntakeAnswer> Answers { get; init; } = [];
}

/// <summary>What a post was answered.</summary>
/// <param name="Intake">The id drawn for the post; a new lead has this id.</param>
/// <param name="Lead">The lead it became or was recorded on.</param>
public sealed record IntakeAnswer(LeadId Intake, LeadId Lead, DateTimeOffset ReceivedAt)
{
    /// <summary>The post was recorded on a lead that was open already.</summary>
    public bool IsRepeat => Intake != Lead;
}

/// <summary>Something that happened to a contact.</summary>
public abstract record ContactEvent
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>A post became a lead, or was recorded on the open one.</summary>
public sealed record PostRegistered(IntakeAnswer Answer) : ContactEvent;

/// <summary>The open lead was closed.</summary>
public sealed record ContactLeadClosed(LeadId LeadId) : ContactEvent;

/// <summary>A repeat came to a lead that had just been closed: it became a lead of its own.</summary>
public sealed record RepeatBecameLead(LeadId LeadId, LeadId Closed) : ContactEvent;

/// <summary>A wish about a contact.</summary>
public abstract record ContactCommand;

/// <summary>A post by this person. The same <paramref name="Intake"/> again gets the same answer.</summary>
public sealed record RegisterPost(LeadId Intake, LeadPost Post) : ContactCommand;

/// <summary>The lead is over.</summary>
public sealed record CloseContactLead(LeadId LeadId) : ContactCommand;

/// <summary>The lead on which the post was to be recorded is closed: make a lead of it.</summary>
public sealed record ReturnRepeat(LeadId Intake, LeadPost Post, LeadId Closed) : ContactCommand;
