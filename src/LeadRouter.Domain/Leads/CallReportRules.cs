namespace LeadRouter.Domain.Leads;

/// <summary>What the carrier says, in any order, late or twice: an attempt only moves forward, and each fact counts once.</summary>
internal static class CallReportRules
{
    /// <summary>A conversation without an end from the carrier is taken to be over after this long.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(4);

    internal static LeadDecision Report(Lead lead, ReportCall command, LeadContext context)
    {
        if (lead.FindAttempt(command.AttemptId) is not { } attempt)
            return LeadDecision.Nothing;
        var at = Within(command.At, attempt.RequestedAt, context.Now);
        if (attempt.EndedAt is null)
            return new LeadDecision(Events(lead, attempt, command, at, context));
        return attempt is { End: AttemptEnd.Unknown, Manual: false } ? new LeadDecision(TooLate(lead, attempt, command.Sign, at)) : LeadDecision.Nothing;
    }

    /// <summary>The attempt was given up for lack of a word. A word that comes after all proves what it proves and moves nothing.</summary>
    private static List<LeadEvent> TooLate(Lead lead, Attempt attempt, CallSign sign, DateTimeOffset at)
    {
        var events = new List<LeadEvent>();
        if (sign == CallSign.NotPlaced)
            return events;
        if (attempt.InitiatedAt is null)
            events.Add(Start(lead, attempt, at));
        if (attempt.AnsweredAt is null && sign is CallSign.Answered or CallSign.Completed)
            events.Add(Contact(lead, attempt, at) with { Next = null });
        return events;
    }

    /// <summary>Ends an attempt of which the carrier never said how it ended.</summary>
    internal static IReadOnlyList<LeadEvent> GiveUp(Lead lead, Attempt attempt, LeadContext context) =>
        [End(lead, attempt, AttemptEnd.Unknown, "The carrier did not say how the call ended.", context.Now, context)];

    private static List<LeadEvent> Events(Lead lead, Attempt attempt, ReportCall command, DateTimeOffset at, LeadContext context)
    {
        var events = new List<LeadEvent>();
        if (command.Sign == CallSign.NotPlaced)
        {
            // Whoever was dialled was dialled: that the order came to nothing can then not be true.
            if (attempt.InitiatedAt is null)
                events.Add(End(lead, attempt, AttemptEnd.NotPlaced, command.Reason, at, context));
            return events;
        }

        // Every other sign of the lead's leg proves that it was dialled, even when 'initiated' itself is late or lost.
        if (attempt.InitiatedAt is null)
            events.Add(Start(lead, attempt, at));
        switch (command.Sign)
        {
            case CallSign.Ringing when attempt is { RingingAt: null, AnsweredAt: null }:
                events.Add(new AttemptRang(attempt.Id, attempt.Rep) { At = at });
                break;
            case CallSign.Answered when attempt.AnsweredAt is null:
                events.Add(Contact(lead, attempt, at));
                break;
            case CallSign.Completed:
                if (attempt.AnsweredAt is null)
                    events.Add(Contact(lead, attempt, at));
                events.Add(End(lead, attempt, AttemptEnd.Completed, null, at, context));
                break;
            case CallSign.Busy or CallSign.NoAnswer or CallSign.Failed or CallSign.Canceled or CallSign.AnsweredByMachine:
                AddUnanswered(events, lead, attempt, command, at, context);
                break;
        }

        return events;
    }

    private static AttemptStarted Start(Lead lead, Attempt attempt, DateTimeOffset at) =>
        new(attempt.Id, attempt.Rep, Proven: true, First: lead.FirstAttemptAt is null) { At = at };

    private static ContactMade Contact(Lead lead, Attempt attempt, DateTimeOffset at) =>
        new(attempt.Id, attempt.Rep, Proven: true, First: lead.FirstContactAt is null, lead.IsOnCall(attempt) ? new Deadline(DeadlineKind.CallEnd, at + LongestCall) : null) { At = at };

    private static void AddUnanswered(List<LeadEvent> events, Lead lead, Attempt attempt, ReportCall command, DateTimeOffset at, LeadContext context)
    {
        if (attempt.AnsweredAt is not null)
        {
            events.Add(End(lead, attempt, AttemptEnd.Completed, null, at, context));
            return;
        }

        var result = command.Sign switch
        {
            CallSign.Busy => AttemptEnd.Busy,
            CallSign.NoAnswer => AttemptEnd.NoAnswer,
            CallSign.Canceled => AttemptEnd.Canceled,
            CallSign.AnsweredByMachine => AttemptEnd.Machine,
            _ => AttemptEnd.Failed,
        };
        events.Add(new AttemptEnded(attempt.Id, attempt.Rep, result, command.Reason, null) { At = at });
        if (lead.IsOnCall(attempt))
            events.Add(CompletionRules.RetryOrGiveUp(lead, attempt.Rep, context));
    }

    private static AttemptEnded End(Lead lead, Attempt attempt, AttemptEnd result, string? reason, DateTimeOffset at, LeadContext context)
    {
        var rules = context.Rules(lead);
        Deadline? next = null;
        if (lead.IsOnCall(attempt))
            next = result == AttemptEnd.Completed || attempt.AnsweredAt is not null
                ? new Deadline(DeadlineKind.DispositionBy, context.Now.AddSeconds(rules.DispositionBySeconds))
                : new Deadline(DeadlineKind.AttemptBy, context.Now.AddSeconds(rules.AttemptBySeconds));
        return new AttemptEnded(attempt.Id, attempt.Rep, result, reason, next) { At = at };
    }

    private static DateTimeOffset Within(DateTimeOffset at, DateTimeOffset earliest, DateTimeOffset latest) =>
        at < earliest ? earliest : at > latest ? latest : at;
}
