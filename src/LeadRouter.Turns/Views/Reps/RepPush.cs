namespace LeadRouter.Turns.Views.Reps;

/// <summary>What a rep's screen is told, in the words of the rep hub.</summary>
public abstract record RepPush
{
    private RepPush()
    {
    }

    /// <summary>All there is: whatever the screen showed before is gone.</summary>
    /// <param name="Leads">The open leads that ring at the rep, are the rep's, or wait with the first call for the rep, in no order.</param>
    public sealed record State(Rep Rep, IReadOnlyList<Lead> Leads) : RepPush;

    /// <summary>A lead rings.</summary>
    /// <param name="Lead">With its offer to this rep.</param>
    public sealed record OfferMade(Lead Lead) : RepPush;

    /// <summary>The lead does not ring any more.</summary>
    /// <param name="Why">Null: the rep accepted it.</param>
    public sealed record OfferEnded(LeadId Lead, OfferId Offer, OfferEnd? Why) : RepPush;

    /// <summary>One of the rep's leads as it is now. Closed: it goes from the screen.</summary>
    public sealed record LeadUpdated(Lead Lead) : RepPush;

    /// <summary>A step of one of the rep's leads is late.</summary>
    /// <param name="Lead">With an open reminder.</param>
    public sealed record Reminder(Lead Lead) : RepPush
    {
        /// <summary>Whether the lead's open reminder is another one than it had before.</summary>
        internal static bool IsNew(Lead before, Lead lead) =>
            SnoozeRules.HasReminder(lead) && !(before.RemindersSent == lead.RemindersSent && before.Next?.Kind == lead.Next!.Kind);
    }
}
