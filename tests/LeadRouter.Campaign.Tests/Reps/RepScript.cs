using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Reps;

/// <summary>What a scripted rep does, and how long he or she takes for it. Asked from several threads.</summary>
internal abstract class RepScript
{
    /// <summary>What to do with an offer.</summary>
    public abstract (OfferMove Move, TimeSpan After) Answer(OfferDto offer);

    /// <summary>How long to look at an accepted lead before calling; null: it is forgotten until it is somebody else's.</summary>
    public abstract TimeSpan? CallAfter(LeadDto lead);

    /// <summary>After how long without news a call is taken for lost and the lead is completed as <see cref="LostCall"/> says; null: never.</summary>
    public abstract TimeSpan? GiveCallUpAfter(LeadDto lead);

    /// <summary>What to say of a call that was lost.</summary>
    public abstract CompleteRequest LostCall(LeadDto lead);

    /// <summary>What came of a conversation, and how long after its end it is said.</summary>
    public abstract (TimeSpan After, CompleteRequest Body) Result(LeadDto lead);
}

/// <summary>What a rep can do with an offer.</summary>
internal enum OfferMove
{
    Accept,
    Decline,
    /// <summary>Does not look.</summary>
    Miss,
    /// <summary>Accepts when it has expired.</summary>
    AcceptTooLate,
    /// <summary>Accepts, and tries to accept an offer that rings at another rep.</summary>
    AcceptAndSteal,
}
