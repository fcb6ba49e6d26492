using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;
using LeadRouter.Turns.Tests.Centres;
using LeadRouter.Turns.Tests.Hosting;

namespace LeadRouter.Turns.Tests.Shell;

/// <summary>The steps of a turn, one by one: what the shell needs, and what it lets be seen when.</summary>
public sealed class TurnShellTests
{
    private static readonly ActorId Id = new(ActorKinds.Contact, "a");
    private static readonly ActorId Lead = new(ActorKinds.Lead, "b");
    private static readonly DeskSnapshot Desk = DeskSnapshot.Of(DefaultDesk.Create());
    private static readonly TurnContext Context = new(Centre.Monday, Desk.Desk, Desk.Calendar, new RandomIdSource());

    private readonly RecordingPort _port = new();
    private readonly TurnShell _shell;

    public TurnShellTests() => _shell = new TurnShell(Id, new ScriptedActor(ActorKinds.Contact, Receive), _port);

    [Fact]
    public void Nothing_is_sent_shown_or_answered_before_the_write()
    {
        var asker = new RecordingAsker(_port.Seen);
        _shell.Take(Mail(asker), Context).ShouldBe(Need.State);
        _shell.Loaded(null).ShouldBe(Need.Write);
        _port.Seen.ShouldBeEmpty();

        _shell.Written().ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["deadline", "shown", "sent 1", "sent 2", "answered"]);
    }

    [Fact]
    public void Numbers_rise_from_the_stored_one_on()
    {
        _shell.Take(Mail(), Context);
        _shell.Loaded(new Contact(), 7, 500).ShouldBe(Need.Write);
        _shell.Decided!.ExpectedVersion.ShouldBe(7);
        _shell.Decided.Outbox.Select(sent => sent.Key).ShouldBe([new OutboxKey(Id, 501), new OutboxKey(Id, 502)]);
        _shell.Decided.OutboxSequence.ShouldBe(502);
    }

    [Fact]
    public void A_message_whose_write_failed_is_tried_again_and_an_ask_is_told()
    {
        _shell.Take(Mail(), Context);
        _shell.Loaded(null);
        _shell.NotWritten(new StoreUnavailableException("down")).ShouldBe(Need.Retry);

        var asker = new RecordingAsker(_port.Seen);
        _shell.Take(Mail(asker), Context).ShouldBe(Need.State);
        _shell.Unreadable(new StoreUnavailableException("down")).ShouldBe(Need.Nothing);
        // The first turn may be durable: somebody has to look, even if nobody ever writes to this actor again.
        _port.Seen.ShouldBe(["refused", "woken"]);
    }

    [Fact]
    public void A_write_that_was_durable_after_all_is_acted_on_once()
    {
        var mail = Mail();
        _shell.Take(mail, Context);
        _shell.Loaded(null);
        var lost = _shell.Decided!;
        _shell.NotWritten(new StoreUnavailableException("the answer was lost"));

        _shell.Take(mail, Context).ShouldBe(Need.State);
        _shell.Loaded(lost.Turn.State, 1, lost.OutboxSequence).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["deadline", "shown", "sent 1", "sent 2"]);
    }

    [Fact]
    public void A_turn_that_could_not_be_acted_on_for_want_of_memory_is_acted_on_when_it_is_found_durable()
    {
        var mail = Mail();
        _shell.Take(mail, Context);
        _shell.Loaded(null);
        var decided = _shell.Decided!;
        _port.FailsToSend = new InsufficientMemoryException();
        Should.Throw<InsufficientMemoryException>(() => _shell.Written());
        _shell.NotWritten(_port.FailsToSend).ShouldBe(Need.Retry);
        _port.FailsToSend = null;
        _port.Seen.Clear();

        _shell.Take(mail, Context).ShouldBe(Need.State);
        _shell.Loaded(decided.Turn.State, 1, decided.OutboxSequence).ShouldBe(Need.Nothing);
        _port.Seen.ShouldContain("sent 1");
        _port.Seen.ShouldContain("sent 2");
    }

    [Fact]
    public void A_turn_that_only_sent_is_looked_for_in_the_outbox()
    {
        var shell = new TurnShell(Id, new ScriptedActor(ActorKinds.Contact, (_, state, _, _) => new Turn { State = state, Outbox = [new Envelope(Lead, new GetLead())] }), _port);
        var mail = Mail();
        shell.Take(mail, Context);
        shell.Loaded(null).ShouldBe(Need.Write);
        shell.NotWritten(new StoreUnavailableException("the answer was lost"));

        shell.Take(mail, Context);
        shell.Loaded(null).ShouldBe(Need.Message);
        shell.Sought.ShouldBe(new OutboxKey(Id, 1));
        shell.Found(isThere: true).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["deadline", "sent 1"]);
    }

    [Fact]
    public void A_defect_is_told_and_the_next_message_is_handled()
    {
        var broken = true;
        var shell = new TurnShell(Id, new ScriptedActor(ActorKinds.Contact, (id, state, message, context) => broken ? throw new FormatException("a defect") : Receive(id, state, message, context)), _port);
        shell.Take(Mail(new RecordingAsker(_port.Seen)), Context);
        shell.Loaded(null).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["defect", "refused"]);

        broken = false;
        shell.Take(Mail(), Context).ShouldBe(Need.State);
        shell.Loaded(null).ShouldBe(Need.Write);
    }

    private static Turn Receive(ActorId id, Contact? state, Message message, TurnContext context) =>
        ScriptedActor.Count(state, context, new Envelope(Lead, new GetLead()), new Envelope(Lead, new GetLead()));

    private static Mail Mail(IAsker? asker = null) => new(new TellContact(new CloseContactLead(new LeadId("x"))), asker, null);
}
