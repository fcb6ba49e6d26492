namespace LeadRouter.Domain.Reps;

/// <summary>What the lead's word does to a hold, and to a rep who keeps missing offers.</summary>
internal static class HoldRules
{
    private const string Paused = "missedOffers";

    internal static RepDecision Report(Rep rep, ReportHold command, RepContext context)
    {
        // A ticket that is not held was ended before: this word is late or a second copy.
        if (rep.HoldOn(command.LeadId) is not { } held || held.Ticket != command.Ticket)
            return RepDecision.Nothing;
        if (command.Ended is { } why)
            return End(rep, command, why, context);
        return command.Owned && !held.Owned
            ? RepDecision.Of(new HoldOwned(command.LeadId, command.Ticket, context.Now + RepDecider.VerifyOwned) { At = context.Now })
            : RepDecision.Of(new HoldsVerified([command.Ticket], context.Now + (held.Owned ? RepDecider.VerifyOwned : RepDecider.VerifyReserved)) { At = context.Now });
    }

    private static RepDecision End(Rep rep, ReportHold command, HoldEnd why, RepContext context)
    {
        var ended = new HoldEnded(command.LeadId, command.Ticket, why, context.DayEndsAt) { At = context.Now };
        var pause = why == HoldEnd.Missed && rep.Presence == Presence.Available && rep.MissedInRow + 1 >= context.Pause.MissedOffersInRow;
        return pause
            ? RepDecision.Of(ended, new PresenceChanged(Presence.Break, Paused, null) { At = context.Now })
            : RepDecision.Of(ended);
    }

    /// <summary>Whether a rep was put on break for missed offers; a supervisor's break is none, whatever reason was given.</summary>
    internal static bool IsPause(PresenceChanged changed) => changed is { Presence: Presence.Break, Reason: Paused, By: null };
}
