using System.Globalization;

namespace LeadRouter.Domain.Desks;

/// <summary>Says what is wrong with a desk before it comes into force.</summary>
public static class DeskValidator
{
    /// <summary>What is wrong by JSON path, for example <c>queues[0].offerSeconds</c>; empty when it may come into force.</summary>
    public static FieldErrors Validate(Desk desk)
    {
        var errors = new FieldErrors();
        errors.Text("name", desk.Name, 1, 100);
        errors.Check("timeZone", TimeZoneInfo.TryFindSystemTimeZoneById(desk.TimeZone ?? "", out _), FieldError.TimeZone());
        errors.Check("defaultCountry", desk.DefaultCountry is { Length: 2 } country && country.All(char.IsAsciiLetterUpper), FieldError.Country());
        errors.Check("currency", desk.Currency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper), FieldError.Currency());
        errors.Count("queues", desk.Queues, 1, 200);
        errors.Count("dispositions", desk.Dispositions, 1, 50);
        errors.Check("defaultQueue", desk.Queues?.Any(queue => queue?.Id == desk.DefaultQueue) == true, FieldError.NoSuchQueue());
        Unique(errors, "queues", desk.Queues?.Select(queue => queue?.Id));
        Unique(errors, "dispositions", desk.Dispositions?.Select(disposition => disposition?.Id));
        for (var i = 0; i < (desk.Queues?.Count ?? 0); i++)
            QueueRulesValidator.Validate(errors, $"queues[{i}]", desk.Queues![i]);
        for (var i = 0; i < (desk.Dispositions?.Count ?? 0); i++)
            Disposition(errors, $"dispositions[{i}]", desk.Dispositions![i]);
        WorkWeek(errors, desk.WorkWeek);
        if (errors.Present("pause", desk.Pause))
        {
            errors.Range("pause.missedOffersInRow", desk.Pause.MissedOffersInRow, 1, 20);
            errors.Range("pause.presenceGraceSeconds", desk.Pause.PresenceGraceSeconds, 0, 300);
        }

        if (errors.Present("board", desk.Board))
        {
            errors.Range("board.slaGoodPercent", desk.Board.SlaGoodPercent, 1, 100);
            errors.Range("board.slaBadPercent", desk.Board.SlaBadPercent, 0, desk.Board.SlaGoodPercent);
            errors.Range("board.waitWarnPercent", desk.Board.WaitWarnPercent, 1, 99);
        }

        return errors;
    }

    private static void Disposition(FieldErrors errors, string path, Disposition? disposition)
    {
        if (!errors.Present(path, disposition))
            return;
        errors.Check($"{path}.id", disposition!.Id is { Length: >= 1 and <= 40 } id && id.All(char.IsAsciiLetterOrDigit), FieldError.PlainId(1, 40));
        errors.Count($"{path}.labels", disposition.Labels, 1, 20);
        errors.Check($"{path}.outcome", Enum.IsDefined(disposition.Outcome), FieldError.Choose("won", "lost", "callback", "noAnswer", "invalid"));
    }

    private static void WorkWeek(FieldErrors errors, WorkWeek? week)
    {
        if (!errors.Present("workWeek", week) || !errors.Present("workWeek.days", week!.Days))
            return;
        foreach (var (day, hours) in week.Days)
        {
            errors.Check($"workWeek.days.{day}", Calendars.WorkWeek.DayNames.Contains(day), FieldError.Choose([.. Calendars.WorkWeek.DayNames]));
            errors.Check($"workWeek.days.{day}", hours is { From: not null, To: not null } && WorkHours.Minutes(hours.From) is { } from && WorkHours.Minutes(hours.To) is { } to && from < to, FieldError.Hours());
        }

        errors.Count("workWeek.holidays", week.Holidays, 0, 400);
        for (var i = 0; i < (week.Holidays?.Count ?? 0); i++)
            errors.Check($"workWeek.holidays[{i}]", DateOnly.TryParseExact(week.Holidays![i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), FieldError.Pattern("yyyy-MM-dd"));
    }

    private static void Unique(FieldErrors errors, string path, IEnumerable<string?>? ids)
    {
        foreach (var twice in (ids ?? []).GroupBy(id => id).Where(group => group.Count() > 1))
            errors.Add(path, FieldError.Twice(twice.Key));
    }
}
