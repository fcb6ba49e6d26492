using LeadRouter.Domain.Desks;

namespace LeadRouter.Domain.Sla;

/// <summary>The first-attempt promise of one lead, fixed when it is received.</summary>
/// <param name="WarnAt">Warned once at this instant, unless attempted before.</param>
/// <param name="TargetAt">Breached once at this instant, unless attempted before.</param>
public sealed record SlaClock(DateTimeOffset WarnAt, DateTimeOffset TargetAt, bool Warned = false, bool Breached = false)
{
    /// <summary>The clock of a lead received at <paramref name="receivedAt"/>.</summary>
    public static SlaClock Start(DateTimeOffset receivedAt, SlaRules rules) => new(
        receivedAt.AddMilliseconds(rules.FirstAttemptSeconds * 10L * rules.WarnAtPercent),
        receivedAt.AddSeconds(rules.FirstAttemptSeconds));
}
