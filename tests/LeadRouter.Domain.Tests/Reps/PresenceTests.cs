using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Reps;

public sealed class PresenceTests
{
    public static TheoryData<RepCommand> EveryOtherCommand => new()
    {
        new ChangeRepProfile(Given.Profile()),
        new ConnectRep("c"),
        new DisconnectRep("c"),
        new ResetRepConnections(),
        new LoseServer("a"),
        new SetRepPresence(Presence.Break, null, null),
        new ReservePlace(new LeadId("x"), false),
        new ReportHold(new LeadId("x"), 1, false, null),
        new WakeRep(),
    };

    [Theory]
    [MemberData(nameof(EveryOtherCommand))]
    public void Decide_NoSuchRep_Refuses(RepCommand command) =>
        RepDecider.Decide(null, command, new RepContext(Given.Monday, new PauseRules(), Given.DayEnd(Given.Monday))).Refusal!.Code.ShouldBe("rep_not_found");

    [Fact]
    public void Decide_RegisteredTwice_ChangesNothing() => new RepStory().Do(new RegisterRep(Given.Dana, Given.Profile(5))).ShouldBeEmpty();

    [Fact]
    public void Evolve_AnythingBeforeRepRegistered_SaysTheJournalIsBroken() =>
        Should.Throw<InvalidOperationException>(() => RepEvolution.Evolve(null, new RepConnected("c")));

    [Fact]
    public void Decide_AvailableWithoutAnOpenDesk_Refuses() =>
        new RepStory().Refused(new SetRepPresence(Presence.Available, null, null)).ShouldBe("rep_not_connected");

    [Theory]
    [InlineData(Presence.Available)]
    [InlineData(Presence.Break)]
    public void Decide_PresenceOfAnInactiveRep_Refuses(Presence presence)
    {
        var story = RepStory.Available();
        story.Do(new ChangeRepProfile(Given.Profile() with { Active = false }));

        story.Rep.Presence.ShouldBe(Presence.Offline);
        story.Rep.PresenceReason.ShouldBe("deactivated");
        story.Refused(new SetRepPresence(presence, null, null)).ShouldBe("rep_inactive");
        story.Do(new SetRepPresence(Presence.Offline, "deactivated", null)).ShouldBeEmpty();
    }

    [Fact]
    public void Decide_SamePresenceAgain_ChangesNothing() =>
        RepStory.Available().Do(new SetRepPresence(Presence.Available, null, null)).ShouldBeEmpty();

    [Fact]
    public void Decide_BecomesAvailable_IsIdleFromThenOn()
    {
        var story = RepStory.Available().Wait(60);
        story.Do(new SetRepPresence(Presence.Break, null, null));
        story.Rep.IdleSince.ShouldBe(Given.Monday);

        story.Wait(60).Do(new SetRepPresence(Presence.Available, null, null));
        story.Rep.IdleSince.ShouldBe(story.Now);
    }

    [Fact]
    public void Wake_LastDeskLostLongerThanTheGrace_GoesOffline()
    {
        var story = RepStory.Available();
        story.Do(new DisconnectRep("c1"));
        story.Rep.CanTake.ShouldBeFalse();

        story.Wait(14).Do(new WakeRep()).ShouldBeEmpty();
        story.Wait(1).Do(new WakeRep()).ShouldHaveSingleItem().ShouldBeOfType<PresenceChanged>().Reason.ShouldBe("connectionLost");
        story.Do(new WakeRep()).ShouldBeEmpty();
        story.Rep.DueAt().ShouldBeNull();
    }

    [Fact]
    public void Decide_DeskBackWithinTheGrace_StaysAvailable()
    {
        var story = RepStory.Available();
        story.Do(new DisconnectRep("c1"));
        story.Wait(10).Do(new ConnectRep("c2"));

        story.Wait(60).Do(new WakeRep()).ShouldBeEmpty();
        story.Rep.CanTake.ShouldBeTrue();
    }

    [Fact]
    public void Decide_OneOfTwoDesksLost_StaysConnected()
    {
        var story = RepStory.Available();
        story.Do(new ConnectRep("c2"));
        story.Do(new DisconnectRep("c1"));
        story.Do(new DisconnectRep("c1")).ShouldBeEmpty();

        story.Rep.IsConnected.ShouldBeTrue();
        story.Rep.GraceEndsAt.ShouldBeNull();
    }

    [Fact]
    public void Decide_TooManyDesks_TheOldestGivesWay()
    {
        var story = new RepStory();
        for (var i = 0; i < 25; i++)
            story.Do(new ConnectRep($"c{i}"));

        story.Rep.Connections.Count.ShouldBe(RepDecider.MaxConnections);
        story.Rep.Connections[0].ShouldBe("c5");
        story.Do(new ConnectRep("c24")).ShouldBeEmpty();
    }

    [Fact]
    public void Decide_ServerStartedAgain_GivesTheGraceAndOnlyOnce()
    {
        var story = RepStory.Available();

        story.Do(new ResetRepConnections()).ShouldHaveSingleItem();
        story.Do(new ResetRepConnections()).ShouldBeEmpty();
        story.Rep.GraceEndsAt.ShouldBe(Given.After(15));
    }

    [Fact]
    public void Decide_ServerStartedAgainLongAfterTheDeskWasLost_GivesTheWholeGrace()
    {
        var story = RepStory.Available();
        story.Do(new DisconnectRep("c1"));

        story.Wait(60).Do(new ResetRepConnections()).ShouldHaveSingleItem("nobody could come back while the server was down");
        story.Do(new WakeRep()).ShouldBeEmpty();
        story.Wait(14).Do(new ConnectRep("c2"));
        story.Rep.CanTake.ShouldBeTrue();
    }

    [Fact]
    public void Decide_OneOfSeveralServersIsGone_OnlyItsScreensAre()
    {
        var story = RepStory.Available();
        story.Do(new DisconnectRep("c1"));
        story.Do(new ConnectRep(ConnectionName.Of("a", "1")));
        story.Do(new ConnectRep(ConnectionName.Of("b", "1")));
        story.Do(new ConnectRep(ConnectionName.Of("a", "2")));

        story.Do(new LoseServer("a")).Count.ShouldBe(2);
        story.Rep.Connections.ShouldBe(["b/1"]);
        story.Rep.GraceEndsAt.ShouldBeNull("a screen is left");

        story.Do(new LoseServer("a")).ShouldBeEmpty();
        story.Do(new LoseServer("b")).ShouldHaveSingleItem();
        story.Rep.GraceEndsAt.ShouldBe(Given.After(15));
    }

    [Fact]
    public void Decide_OfflineRepLosesTheDesk_HasNoGrace()
    {
        var story = new RepStory();
        story.Do(new ConnectRep("c1"));
        story.Do(new DisconnectRep("c1"));

        story.Rep.GraceEndsAt.ShouldBeNull();
    }
}
