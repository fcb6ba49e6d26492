namespace LeadRouter.Turns.Views.Reps;

/// <summary>
/// Tells the screens of this server what was committed, by whichever server, in the order of the journal: a place on a screen is
/// taken no sooner than it was given up. Of a page only what is news to a screen here is read, and of that the states that are
/// stored by then. One that is newer than the page takes a lead away at once, and brings one with the page that says so.
/// </summary>
public sealed class RepScreensFollower(RepScreens screens, ScreenLoads loads) : IJournalProjection
{
    /// <summary>What brings a lead to a rep who has not had it.</summary>
    private static readonly HashSet<string> Coming = [StoredJson.EventType(typeof(LeadQueued)), StoredJson.EventType(typeof(LeadOffered)), StoredJson.EventType(typeof(OfferAccepted))];

    /// <summary>What says how an offer ended.</summary>
    private static readonly HashSet<string> Ending = [StoredJson.EventType(typeof(OfferAccepted)), StoredJson.EventType(typeof(OfferEnded))];

    /// <summary>Leads that were found to be newer than the page they were in.</summary>
    private HashSet<string> _newer = [];

    /// <summary>A ring must not wait for long; read more often, the journal slows who writes it.</summary>
    public TimeSpan Pace => TimeSpan.FromMilliseconds(20);

    /// <inheritdoc />
    public Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel) =>
        screens.Reps.Count == 0 ? Task.CompletedTask : loads.AloneAsync(() => TellAsync(page, cancel), cancel);

    private async Task TellAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel)
    {
        var reps = page.Where(happened => happened.Id.Kind == ActorKinds.Rep && screens.IsBehind(new RepId(happened.Id.Key), happened.Sequence)).Select(happened => happened.Id.Key).ToHashSet();
        foreach (var rep in await loads.LoadAsync<Rep>(ActorKinds.Rep, reps, cancel))
            screens.Take(rep);
        var events = page.Where(happened => happened.Id.Kind == ActorKinds.Lead).GroupBy(happened => happened.Id.Key)
            .Where(lead => _newer.Contains(lead.Key) || Concerns(lead)).ToDictionary(lead => lead.Key);
        var newer = new HashSet<string>(_newer.Except(events.Keys));
        var leads = await loads.LoadAsync<Lead>(ActorKinds.Lead, events.Keys, cancel);
        // First what gives a place up, on whatever screen, then what takes one.
        foreach (var lead in leads)
            screens.TakeAway(lead, Ends(events[lead.Id.Value]));
        foreach (var lead in leads.OrderBy(Takes))
        {
            if (lead.Sequence <= events[lead.Id.Value].Max(stored => stored.Sequence) || Takes(lead) == 0)
                screens.Take(lead, Ends(events[lead.Id.Value]));
            else
                newer.Add(lead.Id.Value);
        }

        _newer = newer;
    }

    /// <summary>How far a lead takes up a place of a rep: not, owned, ringing.</summary>
    private static int Takes(Lead lead) => lead switch
    {
        { Offer: not null } => 2,
        { OwnerTicket: not null } => 1,
        _ => 0,
    };

    private bool Concerns(IGrouping<string, StoredEvent> lead) =>
        lead.Any(happened => screens.IsBehind(new LeadId(lead.Key), happened.Sequence)
            || (Coming.Contains(happened.Type) && RepOf(happened) is { } rep && screens.IsBehind(rep, new LeadId(lead.Key), happened.Sequence)));

    private static RepId? RepOf(StoredEvent happened) => StoredJson.ReadEventWithoutPersonal(happened) switch
    {
        LeadQueued queued => queued.Preferred?.Rep,
        LeadOffered offered => offered.RepId,
        OfferAccepted accepted => accepted.RepId,
        var other => throw new InvalidOperationException($"A {other.GetType().Name} brings no lead to a rep."),
    };

    private static List<RecordedEvent> Ends(IEnumerable<StoredEvent> events) => [.. events.Where(happened => Ending.Contains(happened.Type)).Select(Read)];

    private static RecordedEvent Read(StoredEvent happened) => new(happened.At, StoredJson.ReadEventWithoutPersonal(happened));
}
