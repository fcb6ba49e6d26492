using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>Messages, which are handled once though they are brought more often. Every store's tests inherit it.</summary>
public abstract class MessageConformance : StoreSuite
{
    private static readonly OutboxKey Consumed = new(Lead("a"), 1);

    private IEngineStore Store => Under.Engine;

    [Fact]
    public async Task A_turn_that_only_consumes_writes_nothing_else_and_may_come_twice()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 1), Message(Lead("a"), 2)] });
        await Store.CommitAsync(NoState(Rep("r"), 0) with { Consumed = Consumed });

        (await Store.ReadOutboxAsync(null, 10, None)).Select(m => m.Key.Sequence).ShouldBe([2]);
        (await Store.LoadAsync(Rep("r"))).ShouldBeNull();
        await Store.CommitAsync(NoState(Rep("r"), 0) with { Consumed = Consumed });
    }

    [Theory]
    [InlineData("state")]
    [InlineData("delete")]
    [InlineData("event")]
    [InlineData("message")]
    [InlineData("index")]
    [InlineData("row")]
    public async Task A_turn_on_a_message_that_is_gone_is_refused_and_writes_nothing(string what)
    {
        await Store.CommitAsync(State(Lead("b"), 0, "kept"));
        var turn = NoState(Lead("b"), 1) with { Consumed = Consumed };
        await Should.ThrowAsync<MessageGoneException>(() => Store.CommitAsync(what switch
        {
            "state" => turn with { State = Json("lost") },
            "delete" => turn with { Delete = true },
            "event" => turn with { Events = [Event(1)] },
            "message" => turn with { Outbox = [Message(Lead("b"), 1)] },
            "index" => turn with { Index = [new IndexChange("lost", "b", Json("1"))] },
            _ => turn with { LeadRow = Row("b", Noon) },
        }));

        var stored = (await Store.LoadAsync(Lead("b"))).ShouldNotBeNull();
        (stored.Version, stored.OutboxSequence).ShouldBe((1, 0));
        stored.State.ShouldBe(Json("kept"));
        (await Store.ReadEventsAsync(Lead("b"), None)).ShouldBeEmpty();
        (await Store.ReadOutboxAsync(null, 10, None)).ShouldBeEmpty();
        (await Store.ReadIndexAsync("lost", None)).ShouldBeEmpty();
        (await Store.FindLeadsAsync(new LeadQuery(), None)).ShouldBeEmpty();
        Store.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_version_counts_before_a_message_that_is_gone()
    {
        // Whoever wrote the version may have handled the message: the state has to be loaded before anybody can tell.
        await Store.CommitAsync(State(Lead("b"), 0));
        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(State(Lead("b"), 0) with { Consumed = Consumed }));
    }

    [Fact]
    public async Task Of_many_turns_on_one_message_one_is_written()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 1)] });
        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(async i =>
        {
            try
            {
                await Store.CommitAsync(State(Rep($"{i}"), 0) with { Consumed = Consumed });
                return 1;
            }
            catch (MessageGoneException)
            {
                return 0;
            }
        }));
        won.Sum().ShouldBe(1);
        (await Store.ListKeysAsync("rep", None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_messages_of_one_sender_come_by_sequence()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 10), Message(Lead("a"), 9), Message(Lead("a"), 1)] });
        await Store.CommitAsync(State(Lead("aa"), 0) with { Outbox = [Message(Lead("aa"), 3)] });
        await Store.CommitAsync(State(Rep("a"), 0) with { Outbox = [Message(Rep("a"), 4)], Consumed = Consumed });
        var read = await Store.ReadOutboxOfAsync(Lead("a"), None);
        read.Select(m => m.Key).ShouldBe([new OutboxKey(Lead("a"), 9), new OutboxKey(Lead("a"), 10)]);
        read[0].To.ShouldBe(Rep("r"));
        (await Store.ReadOutboxOfAsync(Lead("c"), None)).ShouldBeEmpty();
    }
}
