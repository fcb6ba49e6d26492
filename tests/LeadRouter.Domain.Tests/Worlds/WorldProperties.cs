using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>Two wild hours in which everything may go wrong, then days in which everybody does their best.</summary>
public sealed class WorldProperties
{
    [Fact]
    public void A_centre_never_breaks_a_rule_and_ends_every_lead() => Steps.ForAllSeeds(60, seed =>
    {
        var world = new World(seed, reps: 1 + seed % 4);
        RunWild(world, new Random(seed));
        RunCalm(world);
    });

    private static void RunWild(World world, Random random)
    {
        world.Mail.Twice = 0.1;
        foreach (var rep in world.Reps.Keys.ToList())
            world.People.Open(rep);
        for (var i = 0; i < 60; i++)
            world.Later(random.NextDouble() * 7200, world.People.Meddle);
        world.RunUntil(Given.After(7200), () => CheckAlways(world));
    }

    private static void RunCalm(World world)
    {
        world.Mail.Twice = 0;
        world.People.Wild = false;
        foreach (var rep in world.Reps.Keys.ToList())
            world.People.Open(rep);
        world.RunUntil(world.Now.AddDays(4), () => CheckAlways(world));

        world.Leads.Values.Where(lead => !lead.IsClosed).Select(lead => $"{lead.Id} {lead.Status}").ShouldBeEmpty("leads that never ended");
        world.Reps.Values.SelectMany(rep => rep.Holds).ShouldBeEmpty("places that were never given back");
        world.Book.Count.ShouldBe(0);
    }

    private static void CheckAlways(World world)
    {
        var held = world.Leads.Values.Select(lead => (lead.Id, Hold: LeadNews.HoldOf(lead))).Where(lead => lead.Hold is not null).ToList();
        foreach (var rep in world.Reps.Values)
            rep.Holds.Count.ShouldBeLessThanOrEqualTo(rep.Profile.Capacity, "a rep holds more than he or she can");
        foreach (var (id, hold) in held)
            world.Reps[hold!.Value.Rep].Holds.Any(place => place.Lead == id && place.Ticket == hold.Value.Ticket).ShouldBeTrue($"{id} takes up a place that its rep does not know of");
        foreach (var person in world.Leads.Values.Where(lead => !lead.IsClosed).GroupBy(lead => lead.Post.ExternalId))
            person.Count().ShouldBe(1, "a person has two open leads");
        foreach (var lead in world.Leads.Values.Where(lead => !lead.IsClosed))
            (lead.Status == LeadStatus.Waiting || lead.Deadlines().Count > 0).ShouldBeTrue($"{lead.Id} is stuck");
    }
}
