using System.Text.Json;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>
/// Deadlines fire once, and soon: within 1 s when nothing was done to the server, within 5 s after a trouble. Lateness counts only
/// while there was none.
/// </summary>
internal sealed class DeadlineChecks(Spans calm)
{
    /// <summary>For a machine that builds something else meanwhile.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CalmLimit = TimeSpan.FromSeconds(1) + Allowance;
    private static readonly TimeSpan TroubleLimit = Settled + Allowance;

    private readonly List<string> _violations = [];

    /// <summary>The worst lateness of a deadline that came due and fired in a calm that had settled, and of what.</summary>
    public (TimeSpan Lateness, string What) WorstInCalm { get; private set; } = (TimeSpan.Zero, "nothing");

    /// <summary>How many deadlines came due in a calm that had settled.</summary>
    public int FiredInCalm { get; private set; }

    /// <summary>The worst lateness of the others.</summary>
    public (TimeSpan Lateness, string What) WorstInTrouble { get; private set; } = (TimeSpan.Zero, "nothing");

    /// <summary>How many deadlines had come due.</summary>
    public int Fired { get; private set; }

    public IReadOnlyList<string> Violations => _violations;

    public void Check(LeadDetailDto lead, DateTimeOffset now)
    {
        Sla(lead, now);
        var offers = new Dictionary<string, DateTimeOffset>();
        (string Kind, DateTimeOffset At)? next = null;
        foreach (var entry in lead.Timeline)
        {
            if (entry.Type == "leadOffered")
                offers[entry.Data.GetProperty("offerId").GetString()!] = entry.Data.GetProperty("expiresAt").GetDateTimeOffset();
            if (entry.Type == "offerEnded" && entry.Data.GetProperty("why").GetString() == "missed")
                Late(lead, "offerExpiry", offers[entry.Data.GetProperty("offerId").GetString()!], entry.At);
            // Whatever comes next of a lead cannot come long after its stored instant, or the instant was slept through.
            if (next is { } due && entry.At > due.At && Ends(entry.Type))
                Late(lead, due.Kind, due.At, entry.At);
            next = Next(entry) ?? (Ends(entry.Type) ? null : next);
        }

        foreach (var deadline in lead.Deadlines)
            Late(lead, deadline.Kind, deadline.At, now);
        if (lead.ClosedAt is null && lead.Deadlines.Count == 0 && lead.State != "waiting")
            _violations.Add($"Stuck: lead {lead.LeadId} is {lead.State} and has neither a deadline nor a place in a queue.");
    }

    private void Sla(LeadDetailDto lead, DateTimeOffset now)
    {
        var clock = lead.Timeline[0].Data.GetProperty("sla");
        var until = lead.FirstAttemptAt ?? lead.ClosedAt ?? now;
        Once(lead, "slaWarned", clock.GetProperty("warnAt").GetDateTimeOffset(), until);
        Once(lead, "slaBreached", clock.GetProperty("targetAt").GetDateTimeOffset(), until);
    }

    private void Once(LeadDetailDto lead, string type, DateTimeOffset due, DateTimeOffset until)
    {
        var fired = lead.Timeline.Where(entry => entry.Type == type).Select(entry => entry.At).ToList();
        if (fired.Count > 1)
            _violations.Add($"Lead {lead.LeadId}: {type} {fired.Count} times.");
        if (fired is [var at, ..] && at < due)
            _violations.Add($"Lead {lead.LeadId}: {type} at {at:O}, before {due:O}.");
        if (until > due)
            Late(lead, type, due, fired is [var first, ..] ? first : until);
    }

    private void Late(LeadDetailDto lead, string what, DateTimeOffset due, DateTimeOffset fired)
    {
        if (fired < due)
            return;
        Fired++;
        var lateness = calm.Between(due, fired);
        var settled = calm.Covers(due - Settled, fired);
        if (settled)
        {
            FiredInCalm++;
            WorstInCalm = Later(WorstInCalm, (lateness, what));
        }
        else
        {
            WorstInTrouble = Later(WorstInTrouble, (lateness, what));
        }

        if (lateness > (settled ? CalmLimit : TroubleLimit))
            _violations.Add($"Lead {lead.LeadId}: {what} of {due:O} came at {fired:O}, {lateness.TotalSeconds:F1} s late, not counting the troubles.");
    }

    private static (TimeSpan Lateness, string What) Later((TimeSpan Lateness, string What) one, (TimeSpan Lateness, string What) other) =>
        one.Lateness >= other.Lateness ? one : other;

    /// <summary>The deadline that an entry sets, if it sets one.</summary>
    private static (string Kind, DateTimeOffset At)? Next(TimelineEntryDto entry) => entry.Type switch
    {
        "retryScheduled" => ("nextAttempt", entry.Data.GetProperty("nextAttemptAt").GetDateTimeOffset()),
        "callbackScheduled" => ("callback", entry.Data.GetProperty("callbackAt").GetDateTimeOffset()),
        "reminderSent" => (entry.Data.GetProperty("kind").GetString()!, entry.Data.GetProperty("nextAt").GetDateTimeOffset()),
        _ => entry.Data.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.Object
            ? (next.GetProperty("kind").GetString()!, next.GetProperty("at").GetDateTimeOffset())
            : null,
    };

    /// <summary>The lead has moved on: what it waited for has come, or is not waited for any more.</summary>
    private static bool Ends(string type) => type is "leadQueued" or "leadClosed" or "leadTakenBack" or "reminderSent" or "callRequested" or "attemptEnded" or "dispositionSet" or "contactMade";
}
