using System.Text.Json;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>Deadlines fire once, and soon: lateness counts only while the server was up.</summary>
internal sealed class DeadlineChecks(Lives lives, TimeSpan limit)
{
    private readonly List<string> _violations = [];

    /// <summary>The worst lateness that was seen, and of what.</summary>
    public (TimeSpan Lateness, string What) Worst { get; private set; } = (TimeSpan.Zero, "nothing");

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
        var lateness = lives.UpBetween(due, fired);
        if (lateness > Worst.Lateness)
            Worst = (lateness, what);
        if (lateness > limit)
            _violations.Add($"Lead {lead.LeadId}: {what} of {due:O} came at {fired:O}, {lateness.TotalSeconds:F1} s late while the server was up.");
    }

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
