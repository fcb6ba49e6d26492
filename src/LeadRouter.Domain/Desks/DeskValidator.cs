using System.Globalization;
using LeadRouter.Domain.Calendars;

namespace LeadRouter.Domain.Desks;

/// <summary>Says what is wrong with a desk before it comes into force.</summary>
public static class DeskValidator
{
    /// <summary>Problems by JSON path, for example <c>queues[0].offerSeconds</c>; empty when it may come into force.</summary>
    public static IReadOnlyDictionary<string, string[]> Validate(Desk desk)
    {
        var problems = new Problems();
        problems.Text("name", desk.Name, 1, 100);
        problems.Check("timeZone", TimeZoneInfo.TryFindSystemTimeZoneById(desk.TimeZone ?? "", out _), "Give an IANA time zone, for example Asia/Jerusalem.");
        problems.Check("defaultCountry", desk.DefaultCountry is { Length: 2 } country && country.All(char.IsAsciiLetterUpper), "Give an ISO 3166 country of two capital letters, for example IL.");
        problems.Check("currency", desk.Currency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper), "Give an ISO 4217 currency of three capital letters, for example ILS.");
        problems.Count("queues", desk.Queues, 1, 200);
        problems.Count("dispositions", desk.Dispositions, 1, 50);
        problems.Check("defaultQueue", desk.Queues?.Any(queue => queue?.Id == desk.DefaultQueue) == true, "Name one of the queues.");
        Unique(problems, "queues", desk.Queues?.Select(queue => queue?.Id));
        Unique(problems, "dispositions", desk.Dispositions?.Select(disposition => disposition?.Id));
        for (var i = 0; i < (desk.Queues?.Count ?? 0); i++)
            QueueRulesValidator.Validate(problems, $"queues[{i}]", desk.Queues![i]);
        for (var i = 0; i < (desk.Dispositions?.Count ?? 0); i++)
            Disposition(problems, $"dispositions[{i}]", desk.Dispositions![i]);
        WorkWeek(problems, desk.WorkWeek);
        if (problems.Present("pause", desk.Pause))
        {
            problems.Range("pause.missedOffersInRow", desk.Pause.MissedOffersInRow, 1, 20);
            problems.Range("pause.presenceGraceSeconds", desk.Pause.PresenceGraceSeconds, 0, 300);
        }

        if (problems.Present("board", desk.Board))
        {
            problems.Range("board.slaGoodPercent", desk.Board.SlaGoodPercent, 1, 100);
            problems.Range("board.slaBadPercent", desk.Board.SlaBadPercent, 0, desk.Board.SlaGoodPercent);
            problems.Range("board.waitWarnPercent", desk.Board.WaitWarnPercent, 1, 99);
        }

        return problems.ToDictionary();
    }

    private static void Disposition(Problems problems, string path, Disposition? disposition)
    {
        if (!problems.Present(path, disposition))
            return;
        problems.Check($"{path}.id", disposition!.Id is { Length: >= 1 and <= 40 } id && id.All(char.IsAsciiLetterOrDigit), "Give 1 to 40 letters or digits.");
        problems.Check($"{path}.labels", disposition.Labels?.Count is >= 1 and <= 20, "Give a label in at least one language.");
        problems.Check($"{path}.outcome", Enum.IsDefined(disposition.Outcome), "Choose won, lost, callback, noAnswer or invalid.");
    }

    private static void WorkWeek(Problems problems, WorkWeek? week)
    {
        if (!problems.Present("workWeek", week) || !problems.Present("workWeek.days", week!.Days))
            return;
        foreach (var (day, hours) in week.Days)
        {
            problems.Check($"workWeek.days.{day}", Calendars.WorkWeek.DayNames.Contains(day), "Days are sun, mon, tue, wed, thu, fri and sat.");
            problems.Check($"workWeek.days.{day}", hours is { From: not null, To: not null } && WorkHours.Minutes(hours.From) is { } from && WorkHours.Minutes(hours.To) is { } to && from < to, "Give from and to as HH:mm, from before to.");
        }

        problems.Count("workWeek.holidays", week.Holidays, 0, 400);
        for (var i = 0; i < (week.Holidays?.Count ?? 0); i++)
            problems.Check($"workWeek.holidays[{i}]", DateOnly.TryParseExact(week.Holidays![i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "Give a date as yyyy-MM-dd.");
    }

    private static void Unique(Problems problems, string path, IEnumerable<string?>? ids)
    {
        foreach (var twice in (ids ?? []).GroupBy(id => id).Where(group => group.Count() > 1))
            problems.Check(path, false, $"The id '{twice.Key}' is there twice.");
    }
}
