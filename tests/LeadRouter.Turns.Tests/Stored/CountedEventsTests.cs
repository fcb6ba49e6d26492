using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Tests.Stored;

/// <summary>A replay of the journal passes over the events that are not in the board's list: the list must be right.</summary>
public sealed class CountedEventsTests
{
    public static TheoryData<Type> Events => [.. typeof(LeadEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsAssignableTo(typeof(LeadEvent)) || type.IsAssignableTo(typeof(RepEvent))))];

    [Theory]
    [MemberData(nameof(Events))]
    public void A_board_counts_the_events_of_its_list_and_no_others(Type type)
    {
        var sample = new Samples(full: true).Of(type);
        var counted = sample switch
        {
            // Only some ends of an offer are counted.
            OfferEnded ended => Board().Apply(new LeadId("lead"), ended with { Why = OfferEnd.Missed }),
            LeadEvent ofLead => Board().Apply(new LeadId("lead"), ofLead),
            _ => Board().Apply(new RepId("rep"), (RepEvent)sample),
        };
        counted.ShouldBe(DayBoard.Counted.Contains(type));
    }

    private static DayBoard Board() => new(new DateOnly(2026, 3, 1), DeskSnapshot.Of(DefaultDesk.Create()).Calendar);
}
