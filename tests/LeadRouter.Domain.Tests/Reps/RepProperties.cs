using System.Text.Json;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Tests.Worlds;

namespace LeadRouter.Domain.Tests.Reps;

/// <summary>One rep under random commands with right and stale tickets, while the time goes forward past deadlines.</summary>
public sealed class RepProperties
{
    private static readonly double[] Pauses = [0, 0, 1, 5, 14, 15, 30, 600];

    private readonly List<RepEvent> _events = [];
    private DateTimeOffset _now = Given.Monday;
    private Rep? _rep;

    [Fact]
    public void Any_sequence_of_commands_keeps_every_rule_of_a_rep() => Steps.ForAll(500, 100, numbers => new RepProperties().Tell(numbers));

    private void Tell(int[] numbers)
    {
        Run(new RegisterRep(Given.Dana, Given.Profile(2)));
        foreach (var number in numbers)
        {
            _now = _now.AddSeconds(Pauses[number / 1000 % Pauses.Length]);
            Run(Command(number % 1000));
        }

        JsonSerializer.Serialize(RepEvolution.Replay(null, _events)).ShouldBe(JsonSerializer.Serialize(_rep), "the replay differs from the state");
    }

    private RepCommand Command(int n) => (n % 16) switch
    {
        0 or 1 => new ConnectRep(n / 16 % 2 == 0 ? $"c{n / 16 % 3}" : ConnectionName.Of($"s{n / 16 % 4}", $"c{n / 16 % 3}")),
        2 => new DisconnectRep($"c{n / 16 % 3}"),
        3 => n < 500 ? new ResetRepConnections() : new LoseServer($"s{n / 16 % 4}"),
        4 or 5 or 6 => new SetRepPresence(n % 16 == 6 ? (Presence)(n / 16 % 3) : Presence.Available, null, null),
        7 or 8 or 9 => new ReservePlace(new LeadId($"x{n / 16 % 4}"), Own: n > 800),
        10 or 11 or 12 => Report(n / 16),
        13 => n < 300 ? new ChangeRepProfile(Given.Profile(1 + n / 16 % 3) with { Active = n % 32 < 24 }) : new WakeRep(),
        _ => new WakeRep(),
    };

    private ReportHold Report(int n)
    {
        var hold = _rep!.Holds.Count > 0 ? _rep.Holds[n % _rep.Holds.Count] : new Hold(new LeadId("x0"), 0, false, _now, _now);
        return new ReportHold(hold.Lead, n % 5 == 0 ? hold.Ticket - 1 : hold.Ticket, n % 3 == 0, n % 3 == 0 ? null : (HoldEnd)(n % 6));
    }

    private void Run(RepCommand command)
    {
        var before = _rep;
        var context = new RepContext(_now, new PauseRules(), Given.DayEnd(_now));
        var decision = RepDecider.Decide(before, command, context);
        if (decision.Refusal is not null)
            decision.Events.ShouldBeEmpty();
        _rep = RepEvolution.Replay(before, decision.Events)!;
        _events.AddRange(decision.Events);
        if (command is WakeRep)
        {
            RepDecider.Decide(_rep, command, context).Events.ShouldBeEmpty("a deadline has fired twice");
            (_rep.DueAt() is not { } due || due > _now).ShouldBeTrue("a deadline that is over has not fired");
        }

        _rep.Sequence.ShouldBe(_events.Count);
        CheckHolds(before);
        if (before is not null)
            RepStatus.Differs(before, _rep).ShouldBe(before.Profile != _rep.Profile || RepStatus.Of(before) with { Sequence = _rep.Sequence } != RepStatus.Of(_rep), "a queue would miss news of the rep, or hear what is none");
        if (_rep is { Presence: not Presence.Offline, IsConnected: false } && before?.Presence == _rep.Presence && before.GraceEndsAt is not null)
            _rep.GraceEndsAt.ShouldNotBeNull("a rep whose desk is gone would stay available for ever");
    }

    private void CheckHolds(Rep? before)
    {
        // An administrator may lower the capacity below what is held; then nothing is added until there is room.
        if (_rep!.Holds.Count > (before?.Holds.Count ?? 0))
            _rep.Holds.Count.ShouldBeLessThanOrEqualTo(_rep.Profile.Capacity, "the rep holds more than he or she can");
        _rep.Holds.Select(hold => hold.Lead).ShouldBeUnique();
        _rep.Holds.Select(hold => hold.Ticket).ShouldBeUnique();
        _events.OfType<PlaceReserved>().Select(reserved => reserved.Ticket).ShouldBeUnique();
    }
}
