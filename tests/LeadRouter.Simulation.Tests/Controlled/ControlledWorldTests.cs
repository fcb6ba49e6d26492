using LeadRouter.Domain;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.Controlled;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Tests.Controlled;

public sealed class ControlledWorldTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hops = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_rep_who_goes_in_the_middle_of_a_lead_finishes_it_and_takes_no_other()
    {
        var world = World();
        world.Staff(new RepId("ada"), Profile, [new Stretch(Begin, Begin.AddMinutes(5)), new Stretch(Begin.AddMinutes(30), Begin.AddHours(2))]);
        var first = world.Expect(Lead(minutes: 4, handlingMinutes: 3));
        var second = world.Expect(Lead(minutes: 6, handlingMinutes: 1));
        world.RunUntil(Begin.AddHours(1));

        first.ClosedAt!.Value.ShouldBe(Begin.AddMinutes(7), Hops);
        second.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(30), Hops);
    }

    [Fact]
    public void Who_has_had_enough_is_not_accepted_any_more_and_holds_nobody_up()
    {
        var world = World();
        world.Staff(new RepId("ada"), Profile, [new Stretch(Begin, Begin.AddHours(2))]);
        world.Expect(Lead(minutes: 1, handlingMinutes: 10));
        var impatient = world.Expect(Lead(minutes: 2, handlingMinutes: 10) with { Patience = TimeSpan.FromMinutes(3) });
        var patient = world.Expect(Lead(minutes: 3, handlingMinutes: 1));
        world.RunUntil(Begin.AddHours(1));

        impatient.AcceptedAt.ShouldBeNull();
        impatient.GaveUpAt!.Value.ShouldBe(Begin.AddMinutes(5), Hops);
        patient.Wait!.Value.ShouldBe(TimeSpan.FromMinutes(8), Hops);
    }

    /// <summary>The engine takes a conversation without an end from the carrier to be over after four hours.</summary>
    [Fact]
    public void A_handling_of_many_hours_is_not_cut_short()
    {
        var world = World();
        world.Staff(new RepId("ada"), Profile, [new Stretch(Begin, Begin.AddHours(12))]);
        var lead = world.Expect(Lead(minutes: 1, handlingMinutes: 600));
        world.RunUntil(Begin.AddHours(12));

        lead.ClosedAt!.Value.ShouldBe(Begin.AddMinutes(601), Hops);
    }

    /// <summary>What no script allows for must not be taken for a result.</summary>
    [Fact]
    public void A_refusal_ends_the_run()
    {
        var world = World();
        world.Staff(new RepId("ada"), Profile with { Active = false }, [new Stretch(Begin, Begin.AddHours(1))]);
        Should.Throw<InvalidOperationException>(() => world.RunUntil(Begin.AddHours(1))).Message.ShouldContain("ada could not be Available");
    }

    private static RepProfile Profile { get; } = new() { Name = "Ada", Queues = ["sales"] };

    private static ControlledWorld World() => new(new Draw(1), Begin.AddMinutes(-1), PatientDesk.Of("sales"), actor => actor);

    private static LeadScript Lead(int minutes, int handlingMinutes) => new(Begin.AddMinutes(minutes), TimeSpan.FromMinutes(handlingMinutes), null, "sales");
}
