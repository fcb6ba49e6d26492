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

/// <summary>
/// A durable message whose turn was answered with an error, or refused because the message is gone: by this process, by another
/// one, or by a write that became durable only after somebody had looked.
/// </summary>
public sealed class GoneAndUnsureTests
{
    private static readonly ActorId Id = new(ActorKinds.Contact, "a");
    private static readonly ActorId Lead = new(ActorKinds.Lead, "b");
    private static readonly OutboxKey Consumed = new(Lead, 70);
    private static readonly DeskSnapshot Desk = DeskSnapshot.Of(DefaultDesk.Create());
    private static readonly TurnContext Context = new(Centre.Monday, Desk.Desk, Desk.Calendar, new RandomIdSource());
    private static readonly StoreUnavailableException Lost = new("the answer was lost");

    private readonly Mail _mail = new(new TellContact(new CloseContactLead(new LeadId("x"))), null, Consumed);
    private readonly RecordingPort _port = new();
    private readonly TurnShell _shell;

    public GoneAndUnsureTests() => _shell = Shell((_, state, _, context) => ScriptedActor.Count(state, context, new Envelope(Lead, new GetLead())));

    [Fact]
    public void A_message_that_is_gone_is_done_with_and_its_turn_dropped()
    {
        _shell.Take(_mail, Context);
        _shell.Loaded(new Contact(), 7, 500).ShouldBe(Need.Write);
        _shell.Gone().ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["consumed"]);
        _shell.Decided.ShouldBeNull();
        _shell.IsForgettable.ShouldBeTrue();

        // The next turn is decided on the state as it was loaded.
        _shell.Take(_mail with { Consumed = null }, Context).ShouldBe(Need.Write);
        (_shell.Decided!.ExpectedVersion, ((Contact)_shell.Decided.Before!).Sequence).ShouldBe((7, 0));
    }

    [Fact]
    public void An_asker_is_not_left_waiting_for_a_message_that_is_gone()
    {
        _shell.Take(_mail with { Asker = new RecordingAsker(_port.Seen) }, Context);
        _shell.Loaded(null);
        _shell.Gone().ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["consumed", "refused"]);
    }

    [Fact]
    public void An_unsure_write_that_is_durable_is_acted_on_though_its_message_is_gone()
    {
        var lost = Unsure(_shell, 0);
        _shell.Take(_mail, Context).ShouldBe(Need.State);
        _shell.Loaded(lost.Turn.State, 1, lost.OutboxSequence).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["consumed", "deadline", "shown", "sent 1"]);
    }

    [Fact]
    public void An_unsure_write_that_is_not_durable_is_decided_anew()
    {
        Unsure(_shell, 0);
        _shell.Take(_mail, Context);
        _shell.Loaded(null).ShouldBe(Need.Write);
        _shell.Written().ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["consumed", "deadline", "shown", "sent 2"]);
    }

    [Fact]
    public void After_an_unsure_write_another_process_handled_the_message()
    {
        Unsure(_shell, 3);
        _shell.Take(_mail, Context);
        // It has written the actor: what waits of it is sent, whoever wrote that, before anything else is.
        _shell.Loaded(new Contact { Sequence = 40 }, 4, 900).ShouldBe(Need.Outbox);
        _shell.Pending([Waiting(899), Waiting(900)]).ShouldBe(Need.Write);
        _shell.Decided!.ExpectedVersion.ShouldBe(4);
        _shell.Gone().ShouldBe(Need.Outbox);
        _shell.Pending([]).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["sent 899", "sent 900", "consumed", "woken"]);
    }

    [Fact]
    public void An_unsure_write_that_became_durable_after_the_look_is_sent_all_the_same()
    {
        var late = Unsure(_shell, 0);
        _shell.Take(_mail, Context);
        _shell.Loaded(null).ShouldBe(Need.Write);
        // Meanwhile the server has done what it was asked first: this write meets another version.
        _shell.NotWritten(new VersionConflictException("has version 1")).ShouldBe(Need.Retry);
        _shell.Take(_mail, Context).ShouldBe(Need.State);
        _shell.Loaded(late.Turn.State, 1, late.OutboxSequence).ShouldBe(Need.Outbox);
        _shell.Pending([Waiting(1)]).ShouldBe(Need.Write);
        _shell.Gone().ShouldBe(Need.Outbox);
        _shell.Pending([Waiting(1)]).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["sent 1", "sent 1", "consumed", "woken"]);
    }

    [Fact]
    public void A_late_write_that_only_sent_is_found_by_the_message_that_is_gone()
    {
        var shell = Shell((_, state, _, _) => new Turn { State = state, Outbox = [new Envelope(Lead, new GetLead())] });
        Unsure(shell, 5);
        shell.Take(_mail, Context);
        shell.Loaded(new Contact(), 5, 0).ShouldBe(Need.Message);
        shell.Found(isThere: false).ShouldBe(Need.Write);
        shell.Gone().ShouldBe(Need.Outbox);
        shell.Pending([Waiting(1)]).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["sent 1", "consumed", "woken"]);
    }

    [Fact]
    public void While_the_outbox_cannot_be_read_the_message_is_tried_again()
    {
        Unsure(_shell, 3);
        _shell.Take(_mail, Context);
        _shell.Loaded(new Contact(), 4, 900).ShouldBe(Need.Outbox);
        _shell.Unreadable(Lost).ShouldBe(Need.Retry);
        _shell.IsForgettable.ShouldBeFalse();

        _shell.Take(_mail, Context).ShouldBe(Need.State);
        _shell.Loaded(new Contact(), 4, 900).ShouldBe(Need.Outbox);
        _shell.Pending([Waiting(900)]).ShouldBe(Need.Write);
        _shell.Gone().ShouldBe(Need.Outbox);
        _shell.Unreadable(Lost).ShouldBe(Need.Retry);
        _port.Seen.ShouldBe(["sent 900"]);

        _shell.Take(_mail, Context).ShouldBe(Need.State);
        _shell.Loaded(new Contact(), 4, 900).ShouldBe(Need.Write);
        _shell.Gone().ShouldBe(Need.Outbox);
        _shell.Pending([]).ShouldBe(Need.Nothing);
        _port.Seen.ShouldBe(["sent 900", "consumed", "woken"]);
    }

    [Fact]
    public void Another_message_behind_an_unsure_one_that_moved_on_is_handled_after_what_waits()
    {
        Unsure(_shell, 3);
        var next = _mail with { Consumed = new OutboxKey(Lead, 71) };
        _shell.Take(next, Context);
        _shell.Loaded(new Contact(), 4, 900).ShouldBe(Need.Outbox);
        _shell.Pending([Waiting(900)]).ShouldBe(Need.Write);
        _shell.Gone().ShouldBe(Need.Nothing, "nobody doubted a turn of this message");
        _port.Seen.ShouldBe(["sent 900", "consumed"]);
    }

    /// <summary>Leaves the message's turn, decided on a version, unsure.</summary>
    private DecidedTurn Unsure(TurnShell shell, long version)
    {
        shell.Take(_mail, Context);
        shell.Loaded(version == 0 ? null : new Contact(), version, 0).ShouldBe(Need.Write);
        var lost = shell.Decided!;
        shell.NotWritten(Lost).ShouldBe(Need.Retry);
        _port.Seen.ShouldBeEmpty();
        return lost;
    }

    private TurnShell Shell(Func<ActorId, Contact?, Message, TurnContext, Turn> receive) => new(Id, new ScriptedActor(ActorKinds.Contact, receive), _port);

    private static Sent Waiting(long sequence) => new(new OutboxKey(Id, sequence), Lead, new GetLead());
}
