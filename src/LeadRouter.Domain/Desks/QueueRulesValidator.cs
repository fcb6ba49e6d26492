using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Routing;

namespace LeadRouter.Domain.Desks;

/// <summary>Says what is wrong with the rules of one queue.</summary>
internal static class QueueRulesValidator
{
    internal static void Validate(Problems problems, string path, QueueRules? rules)
    {
        if (!problems.Present(path, rules))
            return;
        problems.Check($"{path}.id", rules!.Id is { Length: >= 1 and <= 40 } id && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'), "Give 1 to 40 lower-case letters, digits, '-' or '_'.");
        problems.Text($"{path}.name", rules.Name, 0, 100);
        problems.Check($"{path}.strategy", rules.Strategy == LongestIdlePolicy.Name, $"Choose {LongestIdlePolicy.Name}.");
        problems.Range($"{path}.offerSeconds", rules.OfferSeconds, 5, 300);
        problems.Range($"{path}.offerAgainSeconds", rules.OfferAgainSeconds, 0, 3600);
        problems.Range($"{path}.ownerFirstSeconds", rules.OwnerFirstSeconds, 0, 3600);
        problems.Range($"{path}.priority", rules.Priority, 0, 1000);
        problems.Range($"{path}.repeatPriority", rules.RepeatPriority, 0, 1000);
        problems.Range($"{path}.ageingSecondsPerPoint", rules.AgeingSecondsPerPoint, 1, 3600);
        problems.Range($"{path}.ringSeconds", rules.RingSeconds, 5, 600);
        problems.Range($"{path}.attemptBySeconds", rules.AttemptBySeconds, 10, 86_400);
        problems.Range($"{path}.dispositionBySeconds", rules.DispositionBySeconds, 10, 86_400);
        problems.Range($"{path}.reminders", rules.Reminders, 0, 10);
        if (problems.Present($"{path}.sla", rules.Sla))
        {
            problems.Range($"{path}.sla.firstAttemptSeconds", rules.Sla.FirstAttemptSeconds, 5, 604_800);
            problems.Range($"{path}.sla.warnAtPercent", rules.Sla.WarnAtPercent, 1, 99);
            problems.Check($"{path}.sla.clock", Enum.IsDefined(rules.Sla.Clock), "Choose working or raw.");
        }

        problems.Count($"{path}.cadence", rules.Cadence, 0, 20);
        for (var i = 0; i < (rules.Cadence?.Count ?? 0); i++)
            Step(problems, $"{path}.cadence[{i}]", rules.Cadence![i]);
        if (problems.Present($"{path}.skills", rules.Skills))
        {
            problems.Count($"{path}.skills", rules.Skills, 0, 50);
            foreach (var (skill, level) in rules.Skills)
                problems.Range($"{path}.skills.{skill}", level, 1, 10);
        }

        if (problems.Present($"{path}.script", rules.Script))
        {
            problems.Count($"{path}.script", rules.Script, 0, 20);
            foreach (var (language, text) in rules.Script)
                problems.Text($"{path}.script.{language}", text, 0, 20_000);
        }
    }

    private static void Step(Problems problems, string path, CadenceStep? step)
    {
        if (!problems.Present(path, step))
            return;
        problems.Check(path, (step!.AfterMinutes is null) != (step.NextWorkingDayAt is null), "Give either afterMinutes or nextWorkingDayAt.");
        if (step.AfterMinutes is { } minutes)
            problems.Range($"{path}.afterMinutes", minutes, 1, 43_200);
        if (step.NextWorkingDayAt is { } time)
            problems.Check($"{path}.nextWorkingDayAt", WorkHours.Minutes(time) is < 1440, "Give a time as HH:mm.");
    }
}
