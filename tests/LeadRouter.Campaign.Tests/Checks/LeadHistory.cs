using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>
/// One lead's life, read again from its public timeline by plain code: who held it from when to when. What cannot be
/// (two owners, an accept of an offer that was over, a call by somebody else) is a violation.
/// </summary>
internal sealed class LeadHistory
{
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, string> _attemptOwner = [];
    private (string Id, string Rep, DateTimeOffset ExpiresAt)? _offer;
    private string? _owner;
    private bool _held;

    public LeadHistory(LeadDetailDto lead)
    {
        Lead = lead;
        long sequence = 0;
        foreach (var entry in lead.Timeline)
        {
            Check(entry.Seq == ++sequence, entry, "the timeline has a gap or an entry twice");
            Check((entry.Type == "leadReceived") == (entry.Seq == 1), entry, "a lead is received once, and first");
            Apply(entry);
        }

        Compare();
        // All leads of a long run are held at once, and the timeline is most of a lead.
        Lead = lead with { Timeline = [], Decisions = [], Attempts = [] };
    }

    /// <summary>The lead as it was read, without what has been gone through: timeline, decisions and attempts.</summary>
    public LeadDetailDto Lead { get; }

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Accepted offers and by whom.</summary>
    public Dictionary<string, string> Accepted { get; } = [];

    /// <summary>When each offer was over, whatever became of it.</summary>
    public Dictionary<string, DateTimeOffset> OfferOver { get; } = [];

    /// <summary>When a rep ceased to own the lead (it may come back later).</summary>
    public List<(string Rep, DateTimeOffset At)> Disowned { get; } = [];

    /// <summary>Spans in which the lead took up a place of a rep; an open one ends at <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public List<(string Rep, DateTimeOffset From, DateTimeOffset To)> Holds { get; } = [];

    /// <summary>What was said of it, and by whom.</summary>
    public HashSet<(string Rep, string Disposition)> Dispositions { get; } = [];

    private void Apply(TimelineEntryDto entry)
    {
        switch (entry.Type)
        {
            case "leadOffered":
                Check(_offer is null && _owner is null, entry, "it is offered while it is offered or owned");
                _offer = (Text(entry, "offerId"), entry.RepId!, entry.Data.GetProperty("expiresAt").GetDateTimeOffset());
                Hold(entry.RepId!, entry.At);
                break;
            case "offerAccepted":
                Check(_offer?.Id == Text(entry, "offerId") && _offer?.Rep == entry.RepId, entry, "an offer is accepted that does not stand");
                Check(entry.At < _offer?.ExpiresAt, entry, "an expired lease won");
                Check(_owner is null, entry, "two owners");
                Check(Accepted.TryAdd(Text(entry, "offerId"), entry.RepId!), entry, "an offer is accepted twice");
                _owner = entry.RepId;
                EndOffer(entry);
                break;
            case "offerEnded":
                Check(_offer?.Id == Text(entry, "offerId"), entry, "an offer ends that does not stand");
                EndOffer(entry);
                Release(entry.At);
                break;
            case "callRequested":
                Check(_owner == entry.RepId, entry, "a call by somebody who does not own it");
                _attemptOwner[Text(entry, "attemptId")] = entry.RepId!;
                if (!_held)
                    Hold(entry.RepId!, entry.At);
                break;
            case "attemptStarted":
                Check(_attemptOwner.GetValueOrDefault(Text(entry, "attemptId")) == entry.RepId, entry, "an attempt that no owner asked for");
                break;
            case "dispositionSet":
                Check(_owner == entry.RepId, entry, "a disposition by somebody who does not own it");
                Dispositions.Add((entry.RepId!, Text(entry, "disposition")));
                break;
            case "retryScheduled" or "callbackScheduled":
                Release(entry.At);
                break;
            case "leadClosed":
                Release(entry.At);
                Disown(entry.At);
                break;
            case "leadQueued" or "leadTakenBack" or "leadReassigned":
                Check(_offer is null, entry, "it changes hands while an offer stands");
                Release(entry.At);
                Disown(entry.At);
                break;
        }
    }

    /// <summary>The lead as it is shown has to be what its timeline says.</summary>
    private void Compare()
    {
        if (Lead.ClosedAt is null && _owner != Lead.Owner)
            _violations.Add($"Lead {Lead.LeadId}: shown with owner {Lead.Owner ?? "none"}, by its timeline it is {_owner ?? "none"}.");
        var firsts = Lead.Timeline.Count(entry => entry.Type == "attemptStarted" && entry.Data.GetProperty("first").GetBoolean());
        if (firsts != (Lead.FirstAttemptAt is null ? 0 : 1))
            _violations.Add($"Lead {Lead.LeadId}: {firsts} first attempts, and it shows {Lead.FirstAttemptAt?.ToString("O") ?? "none"}.");
        var contacts = Lead.Timeline.Count(entry => entry.Type == "contactMade" && entry.Data.GetProperty("first").GetBoolean());
        if (contacts != (Lead.FirstContactAt is null ? 0 : 1))
            _violations.Add($"Lead {Lead.LeadId}: {contacts} first contacts, and it shows {Lead.FirstContactAt?.ToString("O") ?? "none"}.");
    }

    private void EndOffer(TimelineEntryDto entry)
    {
        if (_offer is { } offer)
            OfferOver[offer.Id] = entry.At;
        _offer = null;
    }

    private void Hold(string rep, DateTimeOffset from)
    {
        Holds.Add((rep, from, DateTimeOffset.MaxValue));
        _held = true;
    }

    private void Release(DateTimeOffset at)
    {
        if (_held)
            Holds[^1] = Holds[^1] with { To = at };
        _held = false;
    }

    private void Disown(DateTimeOffset at)
    {
        if (_owner is { } owner)
            Disowned.Add((owner, at));
        _owner = null;
    }

    private void Check(bool holds, TimelineEntryDto entry, string problem)
    {
        if (!holds)
            _violations.Add($"Lead {Lead.LeadId}, entry {entry.Seq} {entry.Type}: {problem}.");
    }

    private static string Text(TimelineEntryDto entry, string name) => entry.Data.GetProperty(name).GetString()!;
}
