using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Turns.Views.Reps;

/// <summary>
/// Tells the screens of this server what other servers committed. Of a page only what is news to a screen here is read, and
/// of that the states that are stored by then: they may be newer than the page, and what explains them comes with the next one.
/// </summary>
public sealed class RepScreensFollower(RepScreens screens, ScreenLoads loads) : IJournalProjection
{
    /// <summary>What brings a lead to a rep who has not had it.</summary>
    private static readonly HashSet<string> Coming = [StoredJson.EventType(typeof(LeadOffered)), StoredJson.EventType(typeof(OfferAccepted))];

    /// <summary>What says how an offer ended.</summary>
    private static readonly HashSet<string> Ending = [StoredJson.EventType(typeof(OfferAccepted)), StoredJson.EventType(typeof(OfferEnded))];

    /// <summary>A ring must not wait.</summary>
    public TimeSpan Pace => TimeSpan.FromMilliseconds(5);

    /// <inheritdoc />
    public Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel) =>
        screens.Reps.Count == 0 ? Task.CompletedTask : loads.AloneAsync(() => TellAsync(page, cancel), cancel);

    private async Task TellAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel)
    {
        var reps = page.Where(happened => happened.Id.Kind == ActorKinds.Rep && screens.IsBehind(new RepId(happened.Id.Key), happened.Sequence)).Select(happened => happened.Id.Key).ToHashSet();
        foreach (var rep in await loads.LoadAsync<Rep>(ActorKinds.Rep, reps, cancel))
            screens.Take(rep);
        var events = page.Where(happened => happened.Id.Kind == ActorKinds.Lead).GroupBy(happened => happened.Id.Key).Where(Concerns).ToDictionary(lead => lead.Key);
        foreach (var lead in await loads.LoadAsync<Lead>(ActorKinds.Lead, events.Keys, cancel))
            screens.Take(lead, [.. events[lead.Id.Value].Where(happened => Ending.Contains(happened.Type)).Select(Read)]);
    }

    private bool Concerns(IGrouping<string, StoredEvent> lead) =>
        lead.Any(happened => screens.IsBehind(new LeadId(lead.Key), happened.Sequence)
            || (Coming.Contains(happened.Type) && screens.IsBehind(RepOf(happened), new LeadId(lead.Key), happened.Sequence)));

    private static RepId RepOf(StoredEvent happened) => StoredJson.ReadEventWithoutPersonal(happened) switch
    {
        LeadOffered offered => offered.RepId,
        OfferAccepted accepted => accepted.RepId,
        var other => throw new InvalidOperationException($"A {other.GetType().Name} brings no lead to a rep."),
    };

    private static Happening Read(StoredEvent happened) => new(happened.At, StoredJson.ReadEventWithoutPersonal(happened));
}
