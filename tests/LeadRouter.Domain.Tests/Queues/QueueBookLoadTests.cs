using System.Diagnostics;
using Xunit.Abstractions;
using static LeadRouter.Domain.Tests.Queues.Queue;

namespace LeadRouter.Domain.Tests.Queues;

/// <summary>10,000 waiting leads and 200 reps: a turn of the queue may not depend on the length of the line. Bounds are far above what is measured.</summary>
public sealed class QueueBookLoadTests(ITestOutputHelper output)
{
    private const int Leads = 10_000;
    private const int Reps = 200;

    [Fact]
    public void MatchAll_OneFreeRepAfterTheOther_TakesTheHeadOfTheLine()
    {
        var queue = Full(_ => 0);
        Turns("one rep free", 500, queue, turn => queue.Sees(Rep($"r{turn % Reps}", turn, free: 1))).ShouldBe(500);
    }

    [Fact]
    public void MatchAll_FreeRepWithoutTheSkill_CostsNoSearchOfTheLine()
    {
        var queue = Full(_ => 1, skill: "loans");
        Turns("no rep with the skill", 500, queue, turn => queue.Waits(Lead($"new{turn}"))).ShouldBe(0);
    }

    [Fact]
    public void MatchAll_EveryLeadKeptForABusyOwner_IsPassedByQuickly()
    {
        var queue = Full(rep => rep == 0 ? 1 : 0, ownerOf: lead => 1 + lead % (Reps - 1));
        Turns("all kept for busy owners", 100, queue, turn => queue.Sees(Rep("r0", turn))).ShouldBe(0);
    }

    [Fact]
    public void MatchAll_OwnersLeadFarDownTheLine_IsFound()
    {
        var queue = Full(rep => rep == 0 ? 1 : 0, ownerOf: lead => lead == Leads - 1 ? 0 : 1 + lead % (Reps - 1));
        queue.Matched().ShouldBe($"l{Leads - 1:00000}>r0");
    }

    private static Queue Full(Func<int, int> free, Func<int, int>? ownerOf = null, string? skill = null)
    {
        var queue = new Queue(skill is null ? null : Given.Sales with { Skills = new Dictionary<string, int> { [skill] = 1 } });
        for (var rep = 0; rep < Reps; rep++)
            queue.Sees(Rep($"r{rep}", rep, free(rep)));
        for (var lead = 0; lead < Leads; lead++)
            queue.Waits(Lead($"l{lead:00000}", Leads - lead) with { Preferred = ownerOf is null ? null : Prefers($"r{ownerOf(lead)}", 3600) });
        return queue;
    }

    private int Turns(string what, int count, Queue queue, Action<int> message)
    {
        var matches = 0;
        var times = new double[count];
        for (var turn = 0; turn < count; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            message(turn);
            matches += queue.Match().Count;
            queue.Book.NextChange(queue.Now);
            times[turn] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        // The middle one: a machine busy with other things stretches some turns, not most.
        var perTurn = times.Order().ElementAt(count / 2);
        output.WriteLine($"{what}: {perTurn:0} microseconds per turn");
        perTurn.ShouldBeLessThan(20_000);
        return matches;
    }
}
