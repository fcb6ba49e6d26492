using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Domain.Desks;

/// <summary>Says what is wrong with the rules of one queue.</summary>
internal static class QueueRulesValidator
{
    internal static void Validate(FieldErrors errors, string path, QueueRules? rules)
    {
        if (!errors.Present(path, rules))
            return;
        errors.Check($"{path}.id", rules!.Id is { Length: >= 1 and <= 40 } id && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'), FieldError.QueueId(1, 40));
        errors.Text($"{path}.name", rules.Name, 0, 100);
        errors.Check($"{path}.strategy", RepPolicies.Find(rules.Strategy) is not null, FieldError.Choose([.. RepPolicies.All.Select(policy => policy.Name)]));
        errors.Range($"{path}.offerSeconds", rules.OfferSeconds, 5, 300);
        errors.Range($"{path}.offerAgainSeconds", rules.OfferAgainSeconds, 0, 3600);
        errors.Range($"{path}.ownerFirstSeconds", rules.OwnerFirstSeconds, 0, 3600);
        errors.Range($"{path}.priority", rules.Priority, 0, 1000);
        errors.Range($"{path}.repeatPriority", rules.RepeatPriority, 0, 1000);
        errors.Range($"{path}.ageingSecondsPerPoint", rules.AgeingSecondsPerPoint, 1, 3600);
        errors.Range($"{path}.ringSeconds", rules.RingSeconds, 5, 600);
        errors.Range($"{path}.attemptBySeconds", rules.AttemptBySeconds, 10, 86_400);
        errors.Range($"{path}.dispositionBySeconds", rules.DispositionBySeconds, 10, 86_400);
        errors.Range($"{path}.reminders", rules.Reminders, 0, 10);
        if (errors.Present($"{path}.sla", rules.Sla))
        {
            errors.Range($"{path}.sla.firstAttemptSeconds", rules.Sla.FirstAttemptSeconds, 5, 604_800);
            errors.Range($"{path}.sla.warnAtPercent", rules.Sla.WarnAtPercent, 1, 99);
            errors.Check($"{path}.sla.clock", Enum.IsDefined(rules.Sla.Clock), FieldError.Choose("working", "raw"));
        }

        errors.Count($"{path}.cadence", rules.Cadence, 0, 20);
        for (var i = 0; i < (rules.Cadence?.Count ?? 0); i++)
            Step(errors, $"{path}.cadence[{i}]", rules.Cadence![i]);
        if (errors.Present($"{path}.skills", rules.Skills))
        {
            errors.Count($"{path}.skills", rules.Skills, 0, 50);
            foreach (var (skill, level) in rules.Skills)
                errors.Range($"{path}.skills.{skill}", level, 1, 10);
        }

        if (errors.Present($"{path}.script", rules.Script))
        {
            errors.Count($"{path}.script", rules.Script, 0, 20);
            foreach (var (language, text) in rules.Script)
                errors.Text($"{path}.script.{language}", text, 0, 20_000);
        }
    }

    private static void Step(FieldErrors errors, string path, CadenceStep? step)
    {
        if (!errors.Present(path, step))
            return;
        errors.Check(path, (step!.AfterMinutes is null) != (step.NextWorkingDayAt is null), FieldError.Either("afterMinutes", "nextWorkingDayAt"));
        if (step.AfterMinutes is { } minutes)
            errors.Range($"{path}.afterMinutes", minutes, 1, 43_200);
        if (step.NextWorkingDayAt is { } time)
            errors.Check($"{path}.nextWorkingDayAt", WorkHours.Minutes(time) is < 1440, FieldError.Pattern("HH:mm"));
    }
}
