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

    /// <summary>Due at minute 5, in the middle of a lead that is done at 7: made up until 17, or over at 15.</summary>
    [Theory]
    [InlineData(false, 17)]
    [InlineData(true, 15)]
    public void An_absence_begins_when_the_lead_is_finished_and_is_made_up_unless_the_clock_ends_it(bool endsByClock, int backAt)
    {
        var world = World();
        world.Staff(Ada() with { Absences = [new Absence(Begin.AddMinutes(5), TimeSpan.FromMinutes(10), endsByClock, MayWait: false)] });
        world.Expect(Lead(minutes: 4, handlingMinutes: 3));
        var second = world.Expect(Lead(minutes: 6, handlingMinutes: 1));
        world.RunUntil(Begin.AddHours(1));

        second.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(backAt), Hops);
    }

    [Theory]
    [InlineData(false, 17)]
    [InlineData(true, 7)]
    public void Who_need_not_go_yet_first_takes_those_who_wait(bool mayWait, int secondAt)
    {
        var world = World();
        world.Staff(Ada() with { Absences = [new Absence(Begin.AddMinutes(5), TimeSpan.FromMinutes(10), EndsByClock: false, mayWait)] });
        world.Expect(Lead(minutes: 4, handlingMinutes: 3));
        var second = world.Expect(Lead(minutes: 6, handlingMinutes: 1));
        var third = world.Expect(Lead(minutes: 9, handlingMinutes: 1));
        world.RunUntil(Begin.AddHours(1));

        second.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(secondAt), Hops);
        third.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(18), Hops);
    }

    /// <summary>Leads that only others could have keep nobody.</summary>
    [Fact]
    public void Who_has_nobody_to_wait_for_goes()
    {
        var world = World();
        world.Staff(Ada() with
        {
            Profile = Profile with { Languages = ["he"] },
            Absences = [new Absence(Begin.AddMinutes(5), TimeSpan.FromMinutes(10), EndsByClock: false, MayWait: true)],
        });
        world.Expect(Lead(minutes: 4, handlingMinutes: 3));
        var other = world.Expect(Lead(minutes: 6, handlingMinutes: 1) with { Language = "en" });
        var own = world.Expect(Lead(minutes: 8, handlingMinutes: 1) with { Language = "he" });
        world.RunUntil(Begin.AddHours(1));

        own.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(17), Hops);
        other.AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public void A_rep_takes_by_the_profile_of_the_time()
    {
        var world = World();
        world.Staff(Ada() with
        {
            Profile = Profile with { Languages = ["he"] },
            Changes = [new ProfileChange(Begin.AddMinutes(30), Profile with { Languages = ["en"] })],
        });
        var english = world.Expect(Lead(minutes: 5, handlingMinutes: 1) with { Language = "en" });
        world.RunUntil(Begin.AddHours(1));

        english.AcceptedAt!.Value.ShouldBe(Begin.AddMinutes(30), Hops);
    }

    /// <summary>A lead that comes in the very moment in which the rep goes rings on nobody's screen, and for the rep again when he or she is back.</summary>
    [Fact]
    public void A_ring_at_somebody_who_has_just_gone_is_not_picked_up()
    {
        var world = World();
        var leads = Enumerable.Range(0, 40).Select(i =>
        {
            var at = Begin.AddMinutes(10 * (i + 1));
            return world.Expect(new LeadScript(at.AddMilliseconds(-i), TimeSpan.FromSeconds(1), null, "sales"));
        }).ToList();
        world.Staff(Ada() with { Absences = [.. Enumerable.Range(1, 40).Select(i => new Absence(Begin.AddMinutes(10 * i), TimeSpan.FromMinutes(2), EndsByClock: false, MayWait: false))] });
        world.RunUntil(Begin.AddHours(8));

        leads.ShouldAllBe(lead => lead.Wait < Hops || (lead.Wait > TimeSpan.FromMinutes(2) - Hops && lead.Wait < TimeSpan.FromMinutes(2) + Hops));
        leads.Count(lead => lead.Wait < Hops).ShouldBeInRange(1, 39);
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

    private static RepScript Ada() => new(new RepId("ada"), Profile, [new Stretch(Begin, Begin.AddHours(8))]);

    private static ControlledWorld World() => new(new Draw(1), Begin.AddMinutes(-1), PatientDesk.Of("sales"), actor => actor);

    private static LeadScript Lead(int minutes, int handlingMinutes) => new(Begin.AddMinutes(minutes), TimeSpan.FromMinutes(handlingMinutes), null, "sales");
}
