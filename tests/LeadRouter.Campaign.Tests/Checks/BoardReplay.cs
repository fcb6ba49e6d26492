using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>The numbers of a day counted again from the journal, by the definitions that are printed for people and nothing else.</summary>
internal sealed class BoardReplay
{
    private readonly Dictionary<string, (DateTimeOffset ReceivedAt, DateTimeOffset TargetAt)> _leads = [];
    private readonly Dictionary<string, DateTimeOffset> _firstAttempts = [];
    private readonly Dictionary<string, List<double>> _times = new() { ["attempt"] = [], ["contact"] = [], ["offer"] = [], ["assignment"] = [] };
    private readonly HashSet<(string, string)> _once = [];
    private readonly HashSet<string> _wereAvailable = [];
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private decimal _revenue;

    /// <summary>Counts what the journal has of the board's day, entry by entry: the whole of it may be more than memory takes.</summary>
    public static async Task<BoardReplay> OfAsync(IAsyncEnumerable<JournalEntry> journal, BoardDto board)
    {
        var (replay, day, zone) = (new BoardReplay(), JournalEntry.ParseDay(board.Day), TimeZoneInfo.FindSystemTimeZoneById(board.TimeZone));
        await foreach (var entry in journal)
        {
            if (entry.Day(zone) != day)
                continue;
            if (entry.Kind == "lead")
                replay.Count(entry);
            else if (entry is { Kind: "rep", Type: "presenceChanged" } && entry.Text("presence") == "available")
                replay._wereAvailable.Add(entry.Key);
        }

        return replay;
    }

    /// <summary>Says where the board differs; empty when it does not.</summary>
    public IEnumerable<string> Differences(BoardDto board)
    {
        var (totals, kpis) = (board.Totals, board.Kpis);
        var met = _leads.Count(lead => _firstAttempts.TryGetValue(lead.Key, out var at) && at <= lead.Value.TargetAt);
        var due = _leads.Count(lead => _firstAttempts.ContainsKey(lead.Key) || lead.Value.TargetAt < board.At);
        (string Name, object? Shown, object? Counted)[] pairs =
        [
            ("received", totals.Received, _leads.Count), ("repeats", totals.Repeats, Of("leadRepeated")),
            ("offersMade", totals.OffersMade, Of("leadOffered")), ("offersMissed", totals.OffersMissed, Of("offerEnded missed")),
            ("offersDeclined", totals.OffersDeclined, Of("offerEnded declined")), ("assigned", totals.Assigned, Of("offerAccepted")),
            ("callsPlaced", totals.CallsPlaced, Of("attemptStarted")), ("callsAnswered", totals.CallsAnswered, Of("contactMade")),
            ("attempted", totals.Attempted, _times["attempt"].Count), ("reached", totals.Reached, _times["contact"].Count),
            ("callbacks", totals.Callbacks, Of("callbackScheduled")), ("won", totals.Won, Of("leadClosed won")), ("lost", totals.Lost, Of("leadClosed lost")),
            ("notReachable", totals.NotReachable, Of("leadClosed notReachable")), ("invalid", totals.Invalid, Of("leadClosed invalid")),
            ("withdrawn", totals.Withdrawn, Of("leadClosed withdrawn")), ("revenue", totals.Revenue.Amount, _revenue), ("activeReps", totals.ActiveReps, _wereAvailable.Count),
            ("sla.met", kpis.Sla.Met, met), ("sla.due", kpis.Sla.Due, due), ("leadToDeal.deals", kpis.LeadToDeal.Deals, Of("cohortDeal")),
            .. Pairs("timeToFirstAttempt", kpis.TimeToFirstAttempt, "attempt"), .. Pairs("timeToFirstContact", kpis.TimeToFirstContact, "contact"),
            .. Pairs("timeToOffer", kpis.TimeToOffer, "offer"), .. Pairs("timeToAssignment", kpis.TimeToAssignment, "assignment"),
        ];
        foreach (var (name, shown, counted) in pairs)
        {
            if (!Equals(shown is int number ? (long)number : shown, counted is int other ? (long)other : counted))
                yield return $"The board shows {name} {shown ?? "none"}; the journal gives {counted ?? "none"}.";
        }

        foreach (var rep in board.Reps)
        {
            var counted = (Of($"accepted {rep.RepId}"), Of($"missed {rep.RepId}"), Of($"calls {rep.RepId}"), Of($"contacts {rep.RepId}"), Of($"deals {rep.RepId}"));
            var shown = ((long)rep.Today.Accepted, (long)rep.Today.Missed, (long)rep.Today.Calls, (long)rep.Today.Contacts, (long)rep.Today.Deals);
            if (shown != counted)
                yield return $"The board shows (accepted, missed, calls, contacts, deals) {shown} for rep {rep.RepId}; the journal gives {counted}.";
        }
    }

    private void Count(JournalEntry entry)
    {
        Add(entry.Type switch
        {
            "offerEnded" => $"offerEnded {entry.Text("why")}",
            "leadClosed" => $"leadClosed {entry.Text("status")}",
            _ => entry.Type,
        });
        switch (entry.Type)
        {
            case "leadReceived":
                _leads[entry.Key] = (entry.At, entry.Data.GetProperty("sla").GetProperty("targetAt").GetDateTimeOffset());
                break;
            case "leadOffered":
                First(entry, "offer");
                break;
            case "offerAccepted":
                Add($"accepted {entry.Text("repId")}");
                First(entry, "assignment");
                break;
            case "offerEnded" when entry.Text("why") == "missed":
                Add($"missed {entry.Text("repId")}");
                break;
            case "attemptStarted":
                Add($"calls {entry.Text("repId")}");
                if (entry.Flag("first") && _leads.ContainsKey(entry.Key))
                {
                    _firstAttempts.Add(entry.Key, entry.At);
                    First(entry, "attempt");
                }

                break;
            case "contactMade":
                Add($"contacts {entry.Text("repId")}");
                if (entry.Flag("first"))
                    First(entry, "contact");
                break;
            case "leadClosed" when entry.Text("status") == "won":
                Add($"deals {entry.Text("repId")}");
                if (_leads.ContainsKey(entry.Key))
                    Add("cohortDeal");
                _revenue += entry.Data.GetProperty("amount").GetProperty("amount").GetDecimal();
                break;
        }
    }

    /// <summary>The first time that something happens to a lead of the day.</summary>
    private void First(JournalEntry entry, string what)
    {
        if (_leads.TryGetValue(entry.Key, out var lead) && _once.Add((entry.Key, what)))
            _times[what].Add(Math.Max(0, (entry.At - lead.ReceivedAt).TotalSeconds));
    }

    private IEnumerable<(string, object?, object?)> Pairs(string name, DistributionDto shown, string what)
    {
        var times = _times[what].Order().ToList();
        return
        [
            (name + ".count", shown.Count, times.Count), (name + ".censored", shown.Censored, _leads.Count - times.Count),
            (name + ".p50", shown.P50Seconds, Percentiles.Of(times, 0.5)), (name + ".p90", shown.P90Seconds, Percentiles.Of(times, 0.9)),
            (name + ".p99", shown.P99Seconds, Percentiles.Of(times, 0.99)), (name + ".max", shown.MaxSeconds, Percentiles.Of(times, 1)),
        ];
    }

    private long Of(string what) => _counts.GetValueOrDefault(what);

    private void Add(string what) => _counts[what] = Of(what) + 1;
}
