using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Simulation.World;

/// <summary>Draws desks: the first of a run, and what an administrator makes of it in the middle of the day.</summary>
internal static class DeskDraws
{
    public const string Sales = "sales";
    public const string Vip = "vip";

    /// <summary>A queue that is there at times.</summary>
    public const string Extra = "extra";

    private static readonly string[] Zones = ["UTC", "Asia/Jerusalem", "America/New_York", "Asia/Kolkata"];
    private static readonly string[] Strategies = [.. RepPolicies.All.Select(policy => policy.Name)];

    public static Desk First(Draw draw)
    {
        var desk = DefaultDesk.Create();
        var sales = Rules(desk.Queues[0], draw);
        return desk with { TimeZone = draw.OneOf(Zones), Queues = [sales, sales with { Id = Vip, Name = "VIP", Priority = 100 }] };
    }

    /// <summary>One change of it.</summary>
    public static Desk Next(Desk desk, Draw draw)
    {
        switch (draw.Whole(0, 9))
        {
            case 0:
                return desk with { TimeZone = draw.OneOf(Zones) };
            case 1:
                return desk with { WorkWeek = Week(draw) };
            case 2:
                return desk with { Pause = new PauseRules { MissedOffersInRow = draw.Whole(1, 4), PresenceGraceSeconds = draw.Whole(0, 60) } };
            case 3 or 4:
                return desk.FindQueue(Extra) is { } extra
                    ? desk with { Queues = [.. desk.Queues.Where(queue => queue != extra)] }
                    : desk with { Queues = [.. desk.Queues, Rules(desk.Queues[0], draw) with { Id = Extra, Name = "Extra" }] };
            default:
                var changed = draw.OneOf(desk.Queues);
                return desk with { Queues = [.. desk.Queues.Select(queue => queue == changed ? Rules(queue, draw) : queue)] };
        }
    }

    /// <summary>A desk under which every lead can be taken by a rep of its queue.</summary>
    public static Desk Calm(Desk desk) => desk with { Queues = [.. desk.Queues.Select(queue => queue with { Skills = new Dictionary<string, int>(), Sla = new SlaRules { Clock = SlaTime.Raw } })] };

    private static QueueRules Rules(QueueRules rules, Draw draw) => rules with
    {
        OfferSeconds = draw.Whole(8, 40),
        OfferAgainSeconds = draw.Whole(0, 20),
        OwnerFirstSeconds = draw.Whole(0, 60),
        Priority = draw.Chance(0.3) ? draw.Whole(0, 200) : rules.Priority,
        RepeatPriority = draw.Whole(0, 100),
        AgeingSecondsPerPoint = draw.Chance(0.3) ? draw.Whole(1, 20) : rules.AgeingSecondsPerPoint,
        AttemptBySeconds = draw.Whole(60, 180),
        DispositionBySeconds = draw.Whole(60, 240),
        RingSeconds = draw.Whole(10, 40),
        Reminders = draw.Whole(0, 2),
        Sla = new SlaRules { FirstAttemptSeconds = draw.Whole(30, 600), WarnAtPercent = draw.Whole(1, 99), Clock = draw.Chance(0.4) ? SlaTime.Working : SlaTime.Raw },
        Skills = draw.Chance(0.15) ? new Dictionary<string, int> { ["loans"] = draw.Whole(1, 5) } : new Dictionary<string, int>(),
        Strategy = draw.OneOf(Strategies),
        Cadence = [new CadenceStep { AfterMinutes = draw.Whole(2, 40) }, new CadenceStep { AfterMinutes = draw.Whole(30, 240) }, new CadenceStep { NextWorkingDayAt = "10:00" }],
    };

    private static WorkWeek Week(Draw draw) => new()
    {
        Days = WorkWeek.DayNames.Where(_ => draw.Chance(0.8)).ToDictionary(day => day, _ => new WorkHours($"{draw.Whole(6, 11):00}:00", $"{draw.Whole(12, 23):00}:30")),
    };
}
