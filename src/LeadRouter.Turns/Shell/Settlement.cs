namespace LeadRouter.Turns.Shell;

/// <summary>What the stored actor says of a turn whose write was answered with an error.</summary>
internal enum Settlement
{
    /// <summary>It stands in the store.</summary>
    Durable,

    /// <summary>It does not, and nobody else has written the actor.</summary>
    NotThere,

    /// <summary>Somebody has written the actor since: another process, or an earlier write of ours that was taken for lost.</summary>
    MovedOn,

    /// <summary>The actor cannot tell, the first message that the turn sends can.</summary>
    AskOutbox,
}

/// <summary>Finds out whether a turn stands in the store.</summary>
internal static class Settlements
{
    public static Settlement Of(DecidedTurn unsure, IActor actor, object? state, long version, long outboxSequence)
    {
        if (!unsure.Turn.Changes)
            // Without messages it only consumed one: then it does no harm to handle that once more.
            return unsure.Outbox.Count > 0 ? Settlement.AskOutbox : Settlement.NotThere;
        var isDurable = unsure.Turn.Delete
            ? version == 0 && unsure.ExpectedVersion > 0
            : version == unsure.ExpectedVersion + 1 && outboxSequence == unsure.OutboxSequence && IsSame(actor, state, unsure.Turn.State);
        return isDurable ? Settlement.Durable : version == unsure.ExpectedVersion ? Settlement.NotThere : Settlement.MovedOn;
    }

    private static bool IsSame(IActor actor, object? stored, object? decided) =>
        ReferenceEquals(stored, decided) || (stored is not null && decided is not null && actor.Store(stored).AsSpan().SequenceEqual(actor.Store(decided)));
}
