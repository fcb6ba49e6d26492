using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Simulation.Reach;

/// <summary>What the seeds together have to come to: what none of them reaches is proven by none.</summary>
internal static class Expected
{
    /// <summary>Refusals of leads and reps that people and machines of the world can run into. The others need somebody who writes to the API what no screen would send.</summary>
    private static readonly string[] Refusals =
    [
        "already_held", "at_capacity", "call_in_progress", "call_not_wanted", "first_call_due", "lead_closed", "lead_not_waiting", "no_attempt", "no_contact", "no_phone", "no_reminder",
        "not_free", "not_owner", "offer_already_accepted", "offer_expired", "offer_gone", "rep_inactive", "rep_not_connected", "rep_not_found", "unknown_queue",
    ];

    private static readonly string[] Troubles =
    [
        "crash", "store down", "store slow", "clock step", "mailbox full", "write that was not told", "midnight", "summer time", "night", "key with another body",
    ];

    private static readonly LeadStatus[] Worked = [LeadStatus.Owned, LeadStatus.Attempting, LeadStatus.Reached];

    /// <summary>The presence that is chosen, and the reasons of those that are not.</summary>
    private static readonly string[] Presences = [nameof(Presence.Available), nameof(Presence.Break), nameof(Presence.Offline), "missedOffers", "connectionLost", "deactivated"];

    /// <summary>All of it, in order of name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Everything().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Everything() =>
    [
        .. Refusals, .. Troubles, .. Kinds<LeadEvent>(), .. Kinds<RepEvent>(), .. Kinds<ContactEvent>(),
        .. Each<QueueReason>("queued"), .. Each<OfferEnd>("offer"), .. Each<AttemptEnd>("attempt"), .. Each<HoldEnd>("place"), .. Each<ExclusionReason>("left out"),
        .. Enum.GetValues<LeadStatus>().Where(status => status.IsClosed()).Select(status => Names.Of("closed", status)),
        .. RepPolicies.All.Select(policy => policy.Name).Append(RoutingDecision.OwnerFirst).Append(RoutingDecision.SupervisorChoice).Select(rule => Names.Of("rule", rule)),
        .. Presences.Select(presence => Names.Of("presence", presence)),
        .. ((DeadlineKind[])[DeadlineKind.AttemptBy, DeadlineKind.DispositionBy]).SelectMany(kind => (string[])[Names.Of("reminder", kind), Names.Of("taken back", kind)]),
        Names.Of("forgotten", ActorKinds.Receipt),
        .. Changes().Select(change => Names.Change(change.From, change.To)),
    ];

    private static IEnumerable<(LeadStatus From, LeadStatus To)> Changes() =>
    [
        (LeadStatus.Received, LeadStatus.Waiting), (LeadStatus.Waiting, LeadStatus.Offered), (LeadStatus.Offered, LeadStatus.Owned), (LeadStatus.Offered, LeadStatus.Waiting),
        .. Worked.SelectMany(status => ((LeadStatus, LeadStatus)[])[(status, LeadStatus.Waiting), (status, LeadStatus.Callback), (status, LeadStatus.Lost), (status, LeadStatus.Invalid), (status, LeadStatus.Withdrawn)]),
        (LeadStatus.Owned, LeadStatus.Attempting), (LeadStatus.Attempting, LeadStatus.Reached), (LeadStatus.Attempting, LeadStatus.Owned), (LeadStatus.Reached, LeadStatus.Attempting),
        (LeadStatus.Attempting, LeadStatus.NotReachable), (LeadStatus.Reached, LeadStatus.Won), (LeadStatus.Attempting, LeadStatus.Won), (LeadStatus.Callback, LeadStatus.Waiting),
        (LeadStatus.Callback, LeadStatus.Attempting), (LeadStatus.Waiting, LeadStatus.Withdrawn), (LeadStatus.Offered, LeadStatus.Withdrawn), (LeadStatus.Callback, LeadStatus.Withdrawn),
    ];

    private static IEnumerable<string> Each<T>(string what) where T : struct, Enum => Enum.GetValues<T>().Select(value => Names.Of(what, value));

    private static IEnumerable<string> Kinds<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => Names.Of("event", type));
}
