using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

/// <summary>One lead told as a story: commands in order, time under the test's control, every event kept.</summary>
internal sealed class LeadStory
{
    public static readonly LeadId Id = new("lead-1");

    private readonly Desk _desk;
    private int _ids;

    public LeadStory(Desk? desk = null, LeadPost? post = null)
    {
        _desk = desk ?? Given.Desk;
        Do(new ReceiveLead(Id, post ?? Given.Post()));
    }

    public DateTimeOffset Now { get; private set; } = Given.Monday;

    public Lead Lead { get; private set; } = null!;

    public List<LeadEvent> Events { get; } = [];

    public LeadContext Context => new(Now, _desk, Given.CalendarOf(_desk));

    public AttemptId LastAttempt => Lead.Attempts[^1].Id;

    public LeadStory Wait(double seconds)
    {
        Now = Now.AddSeconds(seconds);
        return this;
    }

    public LeadStory Until(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    /// <summary>Runs a command that must not be refused; returns what happened.</summary>
    public IReadOnlyList<LeadEvent> Do(LeadCommand command)
    {
        var decision = LeadDecider.Decide(Lead, command, Context);
        decision.Refusal.ShouldBeNull();
        Lead = LeadEvolution.Replay(Lead, decision.Events)!;
        Events.AddRange(decision.Events);
        return decision.Events;
    }

    /// <summary>The code with which a command is refused.</summary>
    public string Refused(LeadCommand command)
    {
        var decision = LeadDecider.Decide(Lead, command, Context);
        decision.Events.ShouldBeEmpty();
        return decision.Refusal.ShouldNotBeNull().Code;
    }

    public LeadStory Offered(RepId rep, long ticket = 1)
    {
        Do(new OfferLead(rep, ticket, new OfferId($"offer-{++_ids}"), Given.Decision(rep)));
        return this;
    }

    public LeadStory Accepted(RepId rep, long ticket = 1)
    {
        Offered(rep, ticket);
        Do(new AcceptOffer(Lead.Offer!.Id, rep));
        return this;
    }

    /// <summary>Accepted and being called by the carrier.</summary>
    public LeadStory Calling(RepId rep, long ticket = 1)
    {
        if (Lead.Owner != rep)
            Accepted(rep, ticket);
        Do(Call(rep, ticket, manual: false));
        return this;
    }

    public LeadStory DialledByHand(RepId rep, long ticket = 1)
    {
        if (Lead.Owner != rep)
            Accepted(rep, ticket);
        Do(Call(rep, ticket, manual: true));
        return this;
    }

    /// <summary>For a lead that is scheduled for later the rep sets a place aside first.</summary>
    private RequestCall Call(RepId rep, long ticket, bool manual) =>
        new(rep, ticket, new AttemptId($"attempt-{++_ids}"), manual) { PlaceEndsAt = Lead.OwnerTicket is null ? Now.AddSeconds(30) : null };

    public LeadStory Says(params CallSign[] signs)
    {
        var attempt = LastAttempt;
        foreach (var sign in signs)
            Do(new ReportCall(attempt, sign, Now, null));
        return this;
    }

    /// <summary>Accepted, called and answered by a human.</summary>
    public LeadStory Talking(RepId rep, long ticket = 1) => Calling(rep, ticket).Wait(5).Says(CallSign.Initiated, CallSign.Ringing, CallSign.Answered);

    public IReadOnlyList<LeadEvent> Completed(RepId rep, string disposition, Money? amount = null, DateTimeOffset? callbackAt = null) =>
        Do(new CompleteLead(rep, disposition, null, amount, callbackAt));

    public int Count<T>() where T : LeadEvent => Events.OfType<T>().Count();
}
