using LeadRouter.Simulation.Tests.Bugs;
using LeadRouter.Domain.Staffing;
using LeadRouter.Simulation.Queueing;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Queues;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Queueing;

/// <summary>
/// The waits of the real engine against Erlang C and Erlang A. Seeds are fixed, so that a run repeats; all intervals together
/// hold with 99 %, whatever the seeds.
/// </summary>
public sealed class QueueingTruthTests(ITestOutputHelper output)
{
    private const double FamilyWide = 0.99;
    private const double NarrowShare = 0.1;
    private const int Leads = 2500;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Count)];

    private static IReadOnlyList<QueueingCase> All { get; } = [.. QueueingGrid.Vectors(Leads), .. QueueingGrid.Patient(Leads)];

    [Theory, MemberData(nameof(Cases))]
    public void The_engine_waits_as_the_formula_says(int number)
    {
        var result = Run(All[number], new QueueingOptions { Seed = 1 + number, ControlReplications = 3000, Confidence = QueueingCommand.Confidence(All, FamilyWide) });

        Complaints(result).ShouldBeEmpty();
    }

    [Fact]
    public void One_rep_who_is_never_offered_anything_is_noticed() => Notice(BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is RepSeen { Rep.Id.Value: "rep-001" } seen ? (turn with { Message = seen with { Member = false } }).Run() : turn.Run()));

    /// <summary>The mean of all waits stays what it was: it is the service level that tells, and the single leads.</summary>
    [Fact]
    public void A_queue_that_takes_the_newest_first_is_noticed() => Notice(BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is LeadWaits waits ? (turn with { Message = waits with { Lead = waits.Lead with { DueSince = DateTimeOffset.UnixEpoch.AddYears(200) - (waits.Lead.DueSince - DateTimeOffset.UnixEpoch) } } }).Run() : turn.Run()));

    [Fact]
    public void The_same_seed_gives_the_same_waits()
    {
        var options = new QueueingOptions { Seed = 7, Replications = 3, ControlReplications = 3, Confidence = 0.9 };
        var asked = new QueueingCase(new StaffingLoad(100, 180, 8), 20, 90, 300);
        Run(asked, options).Findings.ShouldBe(Run(asked, options).Findings);
    }

    private void Notice(Func<IActor, IActor> actor)
    {
        var asked = new QueueingCase(new StaffingLoad(100, 180, 6), 20, null, 2500);
        Complaints(Run(asked, new QueueingOptions { Seed = 1, Confidence = 0.999, Actor = actor })).ShouldNotBeEmpty();
    }

    private static List<string> Complaints(QueueingResult result)
    {
        var complaints = new List<string>();
        foreach (var finding in result.Findings)
        {
            if (!finding.IsTold)
                complaints.Add($"too rare to tell: {finding}");
            if (!finding.Holds)
                complaints.Add($"outside: {finding}");
            if (finding.Sharpened.HalfWidth > NarrowShare * finding.Formula)
                complaints.Add($"too wide to mean something: {finding}");
        }

        // Posts of the same few milliseconds may change places. With patience one lead that gives up a millisecond sooner or later moves all that follow.
        if (result.Case.PatienceSeconds is null && result.LeadsApart > result.Leads / 500)
            complaints.Add($"{result.LeadsApart} of {result.Leads} leads waited otherwise than in the textbook's line");
        return complaints;
    }

    private QueueingResult Run(QueueingCase asked, QueueingOptions options)
    {
        var result = QueueingStudy.Run(asked, options);
        output.WriteLine($"seed {options.Seed}, each interval with {options.Confidence:0.00000}");
        output.WriteLine(QueueingTable.Header);
        foreach (var line in QueueingTable.Lines(result))
            output.WriteLine(line);
        return result;
    }
}
