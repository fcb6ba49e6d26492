using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Reps;

/// <summary>One rep told as a story: commands in order, time under the test's control.</summary>
internal sealed class RepStory
{
    public RepStory(int capacity = 1) => Do(new RegisterRep(Given.Dana, Given.Profile(capacity)));

    public DateTimeOffset Now { get; private set; } = Given.Monday;

    public Rep Rep { get; private set; } = null!;

    public RepContext Context => new(Now, new PauseRules(), Given.DayEnd(Now));

    /// <summary>With the desk open and available.</summary>
    public static RepStory Available(int capacity = 1)
    {
        var story = new RepStory(capacity);
        story.Do(new ConnectRep("c1"));
        story.Do(new SetRepPresence(Presence.Available, null, null));
        return story;
    }

    public RepStory Wait(double seconds)
    {
        Now = Now.AddSeconds(seconds);
        return this;
    }

    /// <summary>Runs a command that must not be refused; returns what happened.</summary>
    public IReadOnlyList<RepEvent> Do(RepCommand command)
    {
        var decision = RepDecider.Decide(Rep, command, Context);
        decision.Refusal.ShouldBeNull();
        Rep = RepEvolution.Replay(Rep, decision.Events)!;
        return decision.Events;
    }

    public string Refused(RepCommand command) => RepDecider.Decide(Rep, command, Context).Refusal.ShouldNotBeNull().Code;

    /// <summary>Sets a place aside; returns its ticket.</summary>
    public long Reserve(string lead, bool own = false) => Do(new ReservePlace(new LeadId(lead), own)).OfType<PlaceReserved>().Single().Ticket;

    public RepStory Ended(string lead, long ticket, HoldEnd why)
    {
        Do(new ReportHold(new LeadId(lead), ticket, false, why));
        return this;
    }
}
