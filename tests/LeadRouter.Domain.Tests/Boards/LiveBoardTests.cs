using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Tests.Worlds;

namespace LeadRouter.Domain.Tests.Boards;

/// <summary>The board counts every change when it comes; held here against a count of everything that stands.</summary>
public sealed class LiveBoardTests
{
    private static readonly string[] Queues = ["sales", "service", "vip"];
    private static readonly RepId[] Reps = [Given.Dana, Given.Noam, Given.Ruth];

    [Fact]
    public void Any_changes_leave_what_a_count_of_all_open_leads_gives() => Steps.ForAll(300, 200, numbers =>
    {
        var board = new LiveBoard();
        var open = new Dictionary<LeadId, LiveLead>();
        foreach (var number in numbers)
        {
            var lead = new LeadId($"lead-{number % 40}");
            var now = Draw(number / 40);
            board.Update(lead, now);
            open.Remove(lead);
            if (now is not null)
                open.Add(lead, now);
            ShouldBeCount(board, open);
        }
    });

    [Fact]
    public void The_leads_of_a_working_centre_leave_what_a_count_of_them_gives() => Steps.ForAllSeeds(20, seed =>
    {
        var world = new World(seed, reps: 4);
        foreach (var rep in world.Reps.Keys.ToList())
            world.People.Open(rep);
        for (var i = 0; i < 200; i++)
            world.Later(i * 20, world.People.Meddle);
        var board = new LiveBoard();
        world.RunUntil(Given.Monday.AddHours(1.5), Look);
        Look();

        ShouldBeCount(board, world.Leads.Values.Where(lead => !lead.IsClosed).ToDictionary(lead => lead.Id, lead => LiveLead.Of(lead)));

        void Look()
        {
            foreach (var lead in world.Leads.Values)
                board.Update(lead.Id, lead.IsClosed ? null : LiveLead.Of(lead));
        }
    });

    [Fact]
    public void A_rep_stands_as_last_said()
    {
        var board = new LiveBoard();
        board.Update(new Rep { Id = Given.Noam, Profile = Given.Profile() });
        board.Update(new Rep { Id = Given.Dana, Profile = Given.Profile() });
        board.Update(new Rep { Id = Given.Noam, Profile = Given.Profile(capacity: 3) });

        board.Reps.Select(rep => (rep.Id, rep.Profile.Capacity)).ShouldBe([(Given.Dana, 1), (Given.Noam, 3)]);
    }

    private static void ShouldBeCount(LiveBoard board, Dictionary<LeadId, LiveLead> open)
    {
        board.OpenLeads.ShouldBe(open.Count);
        board.Queues().ShouldBe(open.Values.GroupBy(lead => lead.Queue).ToDictionary(queue => queue.Key, queue => new LiveQueue(
            queue.Count(lead => lead.Status == LeadStatus.Waiting),
            queue.Where(lead => lead.IsDue).Min(lead => (DateTimeOffset?)lead.DueSince),
            queue.Count(lead => lead.Status == LeadStatus.Offered),
            queue.Count(lead => lead.IsWorked))), ignoreOrder: true);
        board.Activities().ShouldBe(open.Values.Where(lead => lead is { Rep: not null, Activity: not null })
            .GroupBy(lead => lead.Rep!.Value).ToDictionary(rep => rep.Key, rep =>
            {
                var most = rep.Max(lead => lead.Activity!.Value);
                return (most, rep.Where(lead => lead.Activity == most).Min(lead => lead.Since));
            }), ignoreOrder: true);
    }

    private static LiveLead? Draw(int number)
    {
        if (number % 5 == 0)
            return null;
        var hasRep = number % 3 != 0;
        var at = Given.After(number / 7 % 50);
        return new LiveLead(
            Queues[number % Queues.Length], (LeadStatus)(number / 3 % 7), at, IsDue: number % 2 == 0, IsWorked: hasRep && number % 4 == 0,
            hasRep ? Reps[number / 11 % Reps.Length] : null, hasRep && number % 13 != 0 ? (RepActivity)(number / 17 % 5) : null, at.AddSeconds(number % 9));
    }
}
