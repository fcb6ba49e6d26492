using LeadRouter.Domain.Calendars;

namespace LeadRouter.Domain.Tests.Calendars;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Israel = Given.Calendar;

    [Theory]
    [InlineData("2026-03-02T10:00:00+02:00", "2026-03-02T10:30:00+02:00", 30)]
    [InlineData("2026-03-02T10:30:00+02:00", "2026-03-02T10:00:00+02:00", 0)]
    [InlineData("2026-03-02T08:00:00+02:00", "2026-03-02T20:00:00+02:00", 600)]
    [InlineData("2026-03-02T18:00:00+02:00", "2026-03-03T10:00:00+02:00", 120)]
    // Friday is short, Saturday is free.
    [InlineData("2026-03-06T12:00:00+02:00", "2026-03-08T09:15:00+02:00", 75)]
    [InlineData("2026-03-07T00:00:00+02:00", "2026-03-07T23:59:00+02:00", 0)]
    // A week: five days of ten hours and a Friday of four.
    [InlineData("2026-03-01T00:00:00+02:00", "2026-03-08T00:00:00+02:00", 54 * 60)]
    // Over the spring change of Friday 2026-03-27 and the autumn change of Sunday 2026-10-25.
    [InlineData("2026-03-26T18:00:00+02:00", "2026-03-27T10:00:00+03:00", 120)]
    [InlineData("2026-10-24T00:00:00+03:00", "2026-10-25T10:00:00+02:00", 60)]
    public void WorkingTime_OfASpan_IsWhatLiesInTheHours(string from, string to, int minutes) =>
        Israel.WorkingTime(Given.At(from), Given.At(to)).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("2026-03-02T10:00:00+02:00", 60, "2026-03-02T10:01:00+02:00")]
    // Before opening, after closing, at the very end, over a night, over Friday's end and Saturday.
    [InlineData("2026-03-02T03:00:00+02:00", 60, "2026-03-02T09:01:00+02:00")]
    [InlineData("2026-03-02T23:00:00+02:00", 60, "2026-03-03T09:01:00+02:00")]
    [InlineData("2026-03-02T18:59:00+02:00", 60, "2026-03-02T19:00:00+02:00")]
    [InlineData("2026-03-02T18:59:30+02:00", 60, "2026-03-03T09:00:30+02:00")]
    [InlineData("2026-03-06T12:59:30+02:00", 60, "2026-03-08T09:00:30+02:00")]
    // A day and a half of work.
    [InlineData("2026-03-02T12:00:00+02:00", 54_000, "2026-03-03T17:00:00+02:00")]
    // Over the spring change.
    [InlineData("2026-03-26T18:59:00+02:00", 120, "2026-03-27T09:01:00+03:00")]
    public void AfterWorkingTime_OfAnInstant_IsWhenSoMuchWorkHasGoneBy(string from, int seconds, string due) =>
        Israel.AfterWorkingTime(Given.At(from), TimeSpan.FromSeconds(seconds)).ShouldBe(Given.At(due));

    [Fact]
    public void AfterWorkingTime_AnyInstant_IsTheInverseOfWorkingTime()
    {
        for (var hour = 0; hour < 24 * 14; hour += 5)
        {
            var from = Given.At("2026-03-20T00:20:00Z").AddHours(hour);
            foreach (var seconds in new[] { 5, 60, 3600, 90_000 })
                Israel.WorkingTime(from, Israel.AfterWorkingTime(from, TimeSpan.FromSeconds(seconds))).ShouldBe(TimeSpan.FromSeconds(seconds), $"{from:o} + {seconds} s");
        }
    }

    [Fact]
    public void AfterWorkingTime_AWeekWithoutWork_GoesByTheWallClock() =>
        Calendar(new WorkWeek { Days = new Dictionary<string, WorkHours>() }).AfterWorkingTime(Given.Monday, TimeSpan.FromMinutes(1)).ShouldBe(Given.After(60));

    [Fact]
    public void WorkingTime_Holidays_AreFree()
    {
        var calendar = Calendar(new WorkWeek { Holidays = ["2026-03-03"] });

        calendar.WorkingTime(Given.At("2026-03-02T18:00:00+02:00"), Given.At("2026-03-04T10:00:00+02:00")).ShouldBe(TimeSpan.FromHours(2));
        calendar.NextWorkingDay(Given.Monday, 600).ShouldBe(Given.At("2026-03-04T10:00:00+02:00"));
    }

    [Fact]
    public void StartOf_ADayWhoseMidnightComesTwice_IsTheFirst()
    {
        // In Havana the clock goes back from one o'clock to midnight.
        var havana = new WorkCalendar(new WorkWeek(), TimeZoneInfo.FindSystemTimeZoneById("America/Havana"));
        var first = Given.At("2026-11-01T00:00:00-04:00");

        havana.StartOf(new DateOnly(2026, 11, 1)).ShouldBe(first);
        havana.DateAt(first).ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    public void WorkingTime_RoundTheClock_CountsTheHourThatTheClockSkipsOrRepeatsAsItIs()
    {
        var calendar = Calendar(new WorkWeek { Days = WorkWeek.DayNames.ToDictionary(day => day, _ => new WorkHours("00:00", "24:00")) });

        Day(calendar, "2026-03-26T22:00:00Z").ShouldBe(23);
        Day(calendar, "2026-10-24T21:00:00Z").ShouldBe(25);
        Day(calendar, "2026-03-01T22:00:00Z").ShouldBe(24);

        static double Day(WorkCalendar calendar, string midnight)
        {
            var start = calendar.StartOf(calendar.DateAt(Given.At(midnight)));
            start.ShouldBe(Given.At(midnight));
            return calendar.WorkingTime(start, calendar.StartOf(calendar.DateAt(start).AddDays(1))).TotalHours;
        }
    }

    [Fact]
    public void NextWorkingDay_TimeThatTheSpringChangeSkips_IsAnHourLaterByTheClock() =>
        Israel.NextWorkingDay(Given.At("2026-03-26T12:00:00+02:00"), 150).ShouldBe(Given.At("2026-03-27T03:30:00+03:00"));

    [Fact]
    public void NextWorkingDay_WeekWithoutWorkingHours_IsSimplyTheNextDay() =>
        Calendar(new WorkWeek { Days = new Dictionary<string, WorkHours>() }).NextWorkingDay(Given.Monday, 600).ShouldBe(Given.At("2026-03-03T10:00:00+02:00"));

    [Fact]
    public void NextWorkingDay_LateEvening_GoesByTheCentresDate() =>
        Israel.NextWorkingDay(Given.At("2026-03-02T22:30:00Z"), 600).ShouldBe(Given.At("2026-03-04T10:00:00+02:00"));

    [Theory]
    [InlineData("09:00", 540)]
    [InlineData("9:30", 570)]
    [InlineData("00:00", 0)]
    [InlineData("24:00", 1440)]
    [InlineData("24:01", null)]
    [InlineData("09:60", null)]
    [InlineData("0900", null)]
    [InlineData("09:0", null)]
    [InlineData("-1:00", null)]
    [InlineData("", null)]
    [InlineData("09:00:00", null)]
    public void Minutes_OfATime_AreSinceMidnight(string text, int? minutes) => WorkHours.Minutes(text).ShouldBe(minutes);

    private static WorkCalendar Calendar(WorkWeek week) => Given.CalendarOf(Given.Desk with { WorkWeek = week });
}
