namespace LeadRouter.Simulation.World;

/// <summary>What a rep does next with a lead: calls it, says what came of it, or puts its reminder off.</summary>
/// <param name="Command">Null: the click that calls.</param>
/// <param name="Disposition">What is said of it.</param>
internal sealed record RepWork(string What, Func<RepId, LeadCommand>? Command = null, int? SnoozeMinutes = null, string? Disposition = null)
{
    private static readonly RepWork Call = new("call");

    /// <summary>By what the screen shows; null: nothing now.</summary>
    public static RepWork? Next(Lead shown, Habits habits, Draw draw, bool diligent, DateTimeOffset now)
    {
        if (shown.OwnerTicket is null)
            return diligent ? null : draw.Chance(0.02) ? Call : shown.Attempts.Count > 0 && draw.Chance(0.1) ? Complete("noAnswer") : null;
        // Also what the screen does not offer: a first call that is put off, or a second time.
        if (!diligent && shown is { RemindersSent: > 0, Next: { } late } && draw.Chance(habits.Snoozes))
            return Snooze(draw.Whole(1, 60), late.Kind, shown.RemindersSent);
        // A rep forgets a lead now and then: the engine reminds and takes it back.
        if (!diligent && draw.Chance(0.1))
            return null;
        return shown switch
        {
            { Status: LeadStatus.Owned, Post.Phone: null } => Completion(draw, now, called: false),
            { Status: LeadStatus.Owned } => shown.Attempts.Count > 4 ? Completion(draw, now, called: true) : Call,
            { Status: LeadStatus.Reached, LiveAttempt: null } or { LiveAttempt.Manual: true } => Completion(draw, now, called: true),
            { Status: LeadStatus.Reached } when draw.Chance(0.05) => Completion(draw, now, called: true),
            // What the screen does not offer either: a second call in the first, and a deal with nobody.
            { Status: LeadStatus.Attempting } when !diligent && draw.Chance(0.04) => draw.Chance(0.5) ? Call : Complete("won", new Money(100, "ILS")),
            { Status: LeadStatus.Attempting } when draw.Chance(0.1) => Complete("noAnswer"),
            _ => null,
        };
    }

    private static RepWork Snooze(int minutes, DeadlineKind kind, int number) => new("snooze", rep => new SnoozeLead(rep, minutes, kind, number), minutes);

    private static RepWork Completion(Draw draw, DateTimeOffset now, bool called)
    {
        var kind = draw.Whole(1, 100);
        if (kind <= 20)
        {
            var amount = new Money(draw.Whole(100, 5000), "ILS");
            return Complete("won", amount);
        }

        if (kind <= 35)
        {
            var at = now + TimeSpan.FromMinutes(draw.Whole(5, 300));
            return Complete("callback", callbackAt: at);
        }

        var disposition = kind <= 50 && called ? "noAnswer" : kind <= 90 ? "notInterested" : "wrongNumber";
        return Complete(disposition);
    }

    private static RepWork Complete(string disposition, Money? amount = null, DateTimeOffset? callbackAt = null) =>
        new("complete", rep => new CompleteLead(rep, disposition, null, amount, callbackAt), Disposition: disposition);
}
