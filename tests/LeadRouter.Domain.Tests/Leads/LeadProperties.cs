using System.Text.Json;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Tests.Worlds;

namespace LeadRouter.Domain.Tests.Leads;

/// <summary>One lead under random commands with right, stale and foreign ids, while the time goes forward past deadlines.</summary>
public sealed class LeadProperties
{
    private static readonly double[] Pauses = [0, 0, 0, 1, 5, 12, 19, 20, 48, 60, 120, 180, 1800, 4 * 3600, 86_400];
    private static readonly RepId[] Reps = [Given.Dana, Given.Noam, Given.Ruth];
    private static readonly string[] Dispositions = [.. Given.Desk.Dispositions.Select(disposition => disposition.Id), "unknown"];

    private readonly List<LeadEvent> _events = [];
    private readonly List<OfferId> _offers = [];
    private readonly List<AttemptId> _attempts = [];
    private readonly HashSet<OfferId> _over = [];
    private DateTimeOffset _now = Given.Monday;
    private Lead? _lead;

    [Fact]
    public void Any_sequence_of_commands_keeps_every_rule_of_a_lead() => Steps.ForAll(500, 100, numbers => new LeadProperties().Tell(numbers));

    private void Tell(int[] numbers)
    {
        Run(new ReceiveLead(LeadStory.Id, Given.Post()));
        foreach (var number in numbers)
        {
            _now = _now.AddSeconds(Pauses[number / 1000 % Pauses.Length]);
            Run(Command(number % 1000));
        }

        Json(LeadEvolution.Replay(null, _events)!).ShouldBe(Json(_lead!), "the replay differs from the state");
    }

    private LeadCommand Command(int n)
    {
        var rep = n / 20 % 4 == 3 || _lead!.Owner is null ? Reps[n / 20 % 3] : _lead.Owner.Value;
        var offer = Pick(_offers, n / 20, new OfferId("none"));
        var attempt = Pick(_attempts, n / 20, new AttemptId("none"));
        return (n % 20) switch
        {
            0 or 1 or 2 => new OfferLead(rep, 1 + n / 20, Fresh(_offers, new OfferId($"o{_events.Count}")), Given.Decision(rep, _lead!.Sequence - n / 100)),
            3 or 4 or 5 => new AcceptOffer(offer, _lead!.Offer?.Rep ?? rep),
            6 => new DeclineOffer(offer, _lead!.Offer?.Rep ?? rep, null),
            7 => new RescindOffer(_lead!.Offer?.Rep ?? rep, _lead.Offer?.Ticket ?? n, "break"),
            8 or 9 => new RequestCall(rep, _lead!.OwnerTicket ?? n, n < 900 ? Fresh(_attempts, new AttemptId($"a{_events.Count}")) : attempt, Manual: n % 3 == 0),
            10 => new OrderCall(attempt),
            11 or 12 or 13 => new ReportCall(attempt, (CallSign)(n / 20 % 10), _now.AddSeconds(n / 20 % 7 - 5), null),
            14 or 15 => new CompleteLead(rep, Dispositions[n / 20 % Dispositions.Length], null, new Money(n, "ILS"), _now.AddSeconds(n)),
            16 => n < 200 ? new WithdrawLead("boss", "test") : new RepeatLead(new LeadId($"p{n / 100}"), Given.Post()),
            17 => new ReassignLead("boss", n < 500 ? rep : null, null),
            _ => new WakeLead(),
        };
    }

    private void Run(LeadCommand command)
    {
        var before = _lead;
        var context = new LeadContext(_now, Given.Desk, Given.Calendar);
        var decision = LeadDecider.Decide(before, command, context);
        if (decision.Refusal is not null)
            decision.Events.ShouldBeEmpty();
        _lead = LeadEvolution.Replay(before, decision.Events)!;
        _events.AddRange(decision.Events);
        CheckLease(before, decision.Events);
        if (command is WakeLead)
            CheckWoken(context);
        CheckState();
        if (before is { IsClosed: true })
            (_lead.Status, _lead.Owner, _lead.ClosedAt).ShouldBe((before.Status, before.Owner, before.ClosedAt));
    }

    private void CheckLease(Lead? before, IReadOnlyList<LeadEvent> events)
    {
        foreach (var accepted in events.OfType<OfferAccepted>())
        {
            accepted.OfferId.ShouldBe(before!.Offer!.Id);
            before.Offer.ExpiresAt.ShouldBeGreaterThan(_now);
            _over.ShouldNotContain(accepted.OfferId, "an offer that was over has won");
        }

        if (before?.Offer is { } old && _lead!.Offer?.Id != old.Id)
            _over.Add(old.Id);
    }

    private void CheckWoken(LeadContext context)
    {
        LeadDecider.Decide(_lead, new WakeLead(), context).Events.ShouldBeEmpty("a deadline has fired twice");
        _lead!.Deadlines().Any(deadline => deadline.At <= _now).ShouldBeFalse("a deadline that is over has not fired");
    }

    private void CheckState()
    {
        var lead = _lead!;
        lead.Sequence.ShouldBe(_events.Count);
        lead.DueAt().ShouldBe(lead.Deadlines() is [var first, ..] ? first.At : null, "the lead would be woken at another instant than its first deadline");
        (lead.IsClosed || lead.Status == LeadStatus.Waiting || lead.Offer is not null || lead.Next is not null).ShouldBeTrue("the lead is stuck");
        (lead.Offer is not null).ShouldBe(lead.Status == LeadStatus.Offered);
        (lead.Offer is not null && lead.Owner is not null).ShouldBeFalse("an owned lead rings at a rep");
        if (lead.Status is LeadStatus.Owned or LeadStatus.Attempting or LeadStatus.Reached or LeadStatus.Callback)
            lead.Owner.ShouldNotBeNull();
        if (lead.Status == LeadStatus.Waiting)
            (WaitingLead.Of(lead).Sequence >= lead.QueuedSequence && lead.Next is null).ShouldBeTrue("the lead's place in its queue cannot be found");
        lead.Priority.ShouldBeInRange(0, 1000);
        Once<SlaWarned>();
        Once<SlaBreached>();
        Once<LeadClosed>();
        _events.OfType<AttemptStarted>().Count(started => started.First).ShouldBe(lead.FirstAttemptAt is null ? 0 : 1);
        _events.OfType<ContactMade>().Count(made => made.First).ShouldBe(lead.FirstContactAt is null ? 0 : 1);
        _events.OfType<AttemptEnded>().Select(ended => ended.AttemptId).ShouldBeUnique();
        _events.OfType<RetryScheduled>().Count().ShouldBeLessThanOrEqualTo(lead.Attempts.Count, "one call has used up two steps of the cadence");
    }

    private void Once<T>() where T : LeadEvent => _events.OfType<T>().Count().ShouldBeLessThanOrEqualTo(1, typeof(T).Name);

    private static string Json(Lead lead) => JsonSerializer.Serialize(lead);

    private static T Pick<T>(List<T> known, int n, T none) => known.Count == 0 ? none : n % 3 > 0 ? known[^1] : known[n % known.Count];

    private static T Fresh<T>(List<T> known, T id)
    {
        known.Add(id);
        return id;
    }
}
