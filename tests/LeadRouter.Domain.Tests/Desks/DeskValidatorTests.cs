using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Desks;

namespace LeadRouter.Domain.Tests.Desks;

public sealed class DeskValidatorTests
{
    public static TheoryData<string, Desk> BadDesks => new()
    {
        { "name", Given.Desk with { Name = "" } },
        { "name", Given.Desk with { Name = new string('x', 101) } },
        { "name", Given.Desk with { Name = null! } },
        { "timeZone", Given.Desk with { TimeZone = "Mars/Olympus" } },
        { "timeZone", Given.Desk with { TimeZone = "" } },
        { "timeZone", Given.Desk with { TimeZone = null! } },
        { "timeZone", Given.Desk with { TimeZone = "../../etc/passwd" } },
        { "defaultCountry", Given.Desk with { DefaultCountry = "il" } },
        { "defaultCountry", Given.Desk with { DefaultCountry = null! } },
        { "currency", Given.Desk with { Currency = "NIS!" } },
        { "queues", Given.Desk with { Queues = [] } },
        { "queues", Given.Desk with { Queues = null! } },
        { "queues", Given.Desk with { Queues = [Given.Sales, Given.Sales] } },
        { "queues", Given.Desk with { Queues = [Given.Sales, .. Enumerable.Range(0, 200).Select(i => new QueueRules { Id = $"q{i}" })] } },
        { "queues[1]", Given.Desk with { Queues = [Given.Sales, null!] } },
        { "defaultQueue", Given.Desk with { DefaultQueue = "support" } },
        { "dispositions", Given.Desk with { Dispositions = [] } },
        { "dispositions", Given.Desk with { Dispositions = null! } },
        { "dispositions", Given.Desk with { Dispositions = [.. Given.Desk.Dispositions, Given.Desk.Dispositions[0]] } },
        { "dispositions[0]", Given.Desk with { Dispositions = [null!] } },
        { "dispositions[0].id", Given.Desk with { Dispositions = [Given.Desk.Dispositions[0] with { Id = "no answer" }] } },
        { "dispositions[0].labels", Given.Desk with { Dispositions = [Given.Desk.Dispositions[0] with { Labels = new Dictionary<string, string>() }] } },
        { "dispositions[0].outcome", Given.Desk with { Dispositions = [Given.Desk.Dispositions[0] with { Outcome = (DispositionOutcome)9 }] } },
        { "pause", Given.Desk with { Pause = null! } },
        { "pause.missedOffersInRow", Given.Desk with { Pause = new PauseRules { MissedOffersInRow = 0 } } },
        { "pause.missedOffersInRow", Given.Desk with { Pause = new PauseRules { MissedOffersInRow = 21 } } },
        { "pause.presenceGraceSeconds", Given.Desk with { Pause = new PauseRules { PresenceGraceSeconds = -1 } } },
        { "pause.presenceGraceSeconds", Given.Desk with { Pause = new PauseRules { PresenceGraceSeconds = 301 } } },
        { "board", Given.Desk with { Board = null! } },
        { "board.slaGoodPercent", Given.Desk with { Board = new BoardRules { SlaGoodPercent = 101 } } },
        { "board.slaBadPercent", Given.Desk with { Board = new BoardRules { SlaGoodPercent = 70, SlaBadPercent = 71 } } },
        { "board.waitWarnPercent", Given.Desk with { Board = new BoardRules { WaitWarnPercent = 0 } } },
        { "queues[0].sla.clock", Given.With(sales => sales with { Sla = new SlaRules { Clock = (SlaTime)9 } }) },
        { "workWeek", Given.Desk with { WorkWeek = null! } },
        { "workWeek.days", Given.Desk with { WorkWeek = new WorkWeek { Days = null! } } },
        { "workWeek.days.someday", Week("someday", new WorkHours("09:00", "10:00")) },
        { "workWeek.days.sun", Week("sun", new WorkHours("10:00", "10:00")) },
        { "workWeek.days.sun", Week("sun", new WorkHours("9am", "5pm")) },
        { "workWeek.days.sun", Week("sun", new WorkHours(null!, "10:00")) },
        { "workWeek.days.sun", Week("sun", null!) },
        { "workWeek.holidays", Given.Desk with { WorkWeek = new WorkWeek { Holidays = null! } } },
        { "workWeek.holidays[0]", Given.Desk with { WorkWeek = new WorkWeek { Holidays = ["02/03/2026"] } } },
        { "workWeek.holidays[0]", Given.Desk with { WorkWeek = new WorkWeek { Holidays = [null!] } } },
    };

    [Fact]
    public void Validate_DeskThatShips_HasNoProblem() => DeskValidator.Validate(DefaultDesk.Create()).Fields.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(BadDesks))]
    public void Validate_BadDesk_NamesThePlace(string path, Desk desk) => DeskValidator.Validate(desk).Fields.ShouldContain(path);

    private static Desk Week(string day, WorkHours hours) =>
        Given.Desk with { WorkWeek = new WorkWeek { Days = new Dictionary<string, WorkHours> { [day] = hours } } };
}
