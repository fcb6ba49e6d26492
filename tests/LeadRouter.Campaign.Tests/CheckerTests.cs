using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests;

/// <summary>What the checkers excuse, and what they do not.</summary>
public sealed class CheckerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Between_SeveralSpans_CountsOnlyWhatLiesInThem()
    {
        var spans = Spans((0, 10), (20, 30));

        spans.Between(At(5), At(25)).ShouldBe(TimeSpan.FromSeconds(10));
        spans.Between(At(12), At(18)).ShouldBe(TimeSpan.Zero);
        spans.Between(At(-5), At(60)).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Covers_WithABreak_Refuses()
    {
        var spans = Spans((0, 10), (20, 30));
        spans.Begins(At(40));

        spans.Covers(At(1), At(9)).ShouldBeTrue();
        spans.Covers(At(9), At(21)).ShouldBeFalse();
        spans.Covers(At(41), At(1000)).ShouldBeTrue();
    }

    [Fact]
    public void Complaints_FullDiskIsNamed_OnlyWhileItIsFull()
    {
        PrintedLine[] At(double seconds) => [new(CheckerTests.At(seconds), "fail: Store[2]"), new(CheckerTests.At(seconds), "      The store cannot write: SQLite error 13: database or disk is full. Writes are refused")];

        ServerLog.Complaints(At(5), Spans((0, 10))).ShouldBeEmpty();
        ServerLog.Complaints(At(11), Spans((0, 10))).ShouldBeEmpty();
        ServerLog.Complaints(At(15), Spans((0, 10))).ShouldHaveSingleItem();
    }

    [Fact]
    public void Complaints_AnotherErrorWhileTheDiskIsFull_IsOne() =>
        ServerLog.Complaints([new(At(5), "fail: Host[1]"), new(At(5), "      A Wake could not be handled by a lead")], Spans((0, 10))).ShouldHaveSingleItem();

    [Fact]
    public void Accepts_RefusedOwner_IsExplainedByALaterAnswerAlone()
    {
        var leads = new Dictionary<string, LeadHistory> { ["lead"] = Won("lead", "offer", "rep") };
        var (no, yes) = (new HubReply(false, new RefusalDto("offer_gone", "")), new HubReply(true));

        OwnerChecks.Accepts(Seen(no), leads).ShouldHaveSingleItem();
        OwnerChecks.Accepts(Seen(new HubReply(false, new RefusalDto("try_again", ""))), leads).ShouldBeEmpty("it may have been done");
        OwnerChecks.Accepts(Seen(no, yes), leads).ShouldBeEmpty();
        OwnerChecks.Accepts(Seen(no, null), leads).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(6.5, true)]
    [InlineData(5.5, false)]
    public void DeadlineChecks_InCalm_AllowASecondAndTheMachines(double lateSeconds, bool violates)
    {
        var checks = new DeadlineChecks(Spans((-60, 3600)));

        checks.Check(Waiting(new DeadlineDto("callback", At(0))), At(lateSeconds));

        checks.Violations.Count.ShouldBe(violates ? 1 : 0);
    }

    [Theory]
    [InlineData(22, true)]
    [InlineData(18, false)]
    public void DeadlineChecks_AfterATrouble_CountWhatWasCalm(double lateSeconds, bool violates)
    {
        var checks = new DeadlineChecks(Spans((-60, 1), (11, 3600)));

        checks.Check(Waiting(new DeadlineDto("callback", At(0))), At(lateSeconds));

        checks.Violations.Count.ShouldBe(violates ? 1 : 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pack_kills_twenty_times_whatever_the_machine_can_do(bool able)
    {
        var deck = new Deck(new Random(1), hasDisk: able, canSlow: able);
        var drawn = Enumerable.Range(0, Deck.PackSize).Select(_ => deck.Next()).ToList();

        drawn.Sum(Deck.Kills).ShouldBe(20);
        drawn.Any(trouble => trouble is Trouble.FullDisk or Trouble.SlowDisk or Trouble.StopWhileFull).ShouldBe(able);
    }

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private static Spans Spans(params (double From, double To)[] parts)
    {
        var spans = new Spans();
        foreach (var (from, to) in parts)
        {
            spans.Begins(At(from));
            spans.Ends(At(to));
        }

        return spans;
    }

    private static Witness Seen(params HubReply?[] replies)
    {
        var world = new Witness();
        foreach (var reply in replies)
            world.Accepts.Enqueue(new AcceptSeen("offer", "lead", "rep", reply));
        return world;
    }

    private static LeadDetailDto Waiting(DeadlineDto deadline) => Lead("lead", "callback") with
    {
        Deadlines = [deadline],
        Timeline = [Entry(1, "leadReceived", null, $$"""{ "sla": { "warnAt": "{{At(7200):O}}", "targetAt": "{{At(7200):O}}" } }""")],
    };

    private static LeadHistory Won(string lead, string offer, string rep) => new(Lead(lead, "owned") with
    {
        Owner = rep,
        Timeline =
        [
            Entry(1, "leadReceived", null, "{}"), Entry(2, "leadOffered", rep, $$"""{"offerId":"{{offer}}","expiresAt":"{{At(60):O}}"}"""),
            Entry(3, "offerAccepted", rep, $$"""{"offerId":"{{offer}}"}"""),
        ],
    });

    private static LeadDetailDto Lead(string id, string state) => new() { LeadId = id, State = state, Queue = "sales" };

    private static TimelineEntryDto Entry(long sequence, string type, string? rep, string data) =>
        new(sequence, At(sequence), type, rep, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(data));
}
