namespace LeadRouter.Simulation.Controlled;

/// <summary>A lead whose whole life is written down before: when it comes, how long it takes up a rep, how long it waits.</summary>
/// <param name="At">When it is posted.</param>
/// <param name="Handling">From the accept to the disposition.</param>
/// <param name="Patience">From the answer to the post; who is not accepted by then gives up. Null: waits for ever.</param>
internal sealed record LeadScript(DateTimeOffset At, TimeSpan Handling, TimeSpan? Patience, string Queue)
{
    /// <summary>0 to 100, added to the priority.</summary>
    public double? Score { get; init; }

    public string? Language { get; init; }
}

/// <summary>A scripted lead and what became of it, as the world outside the engine saw it.</summary>
internal sealed class ScriptedLead(LeadScript script)
{
    public LeadScript Script => script;

    public LeadId Id { get; set; }

    /// <summary>When the post was answered with a 2xx: the wait begins.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When a rep's accept was answered with ok.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When its withdrawal was answered with ok.</summary>
    public DateTimeOffset? GaveUpAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public RepId? Rep { get; set; }

    /// <summary>An offer rang on a screen and its rep has clicked: nobody gives up now.</summary>
    public bool IsBeingAccepted { get; set; }

    /// <summary>The person has had enough: what rings now is not picked up any more.</summary>
    public bool IsGivingUp { get; set; }

    /// <summary>Until it was accepted or gave up; null: it still waits.</summary>
    public TimeSpan? Wait => (AcceptedAt ?? GaveUpAt) - AnsweredAt;
}
