using LeadRouter.Intake.Phones;

namespace LeadRouter.Server.Features.Reps;

/// <summary>Checks what an administrator says about a rep, and turns it into a profile.</summary>
internal static class RepProfileRules
{
    private const int MaxQueues = 50;
    private const int MaxSkills = 50;
    private const int MaxLanguages = 20;

    /// <summary>The profile of <paramref name="before"/> (or of a new rep) with the changes, or what is wrong by field.</summary>
    public static (RepProfile? Profile, FieldErrors Errors) Apply(RepProfile? before, UpdateRepRequest change, Desk desk)
    {
        var errors = new FieldErrors();
        var profile = before ?? new RepProfile { Name = "", Queues = [desk.DefaultQueue] };
        if (change.Name is { } name)
            profile = profile with { Name = name.Trim() };
        errors.Text("name", profile.Name, 1, 100);
        if (change.Queues is { } queues)
        {
            // Who names none works on the default queue: nobody is left without work.
            profile = profile with { Queues = queues.Count == 0 ? [desk.DefaultQueue] : [.. queues.Distinct()] };
            errors.Count("queues", queues, 0, MaxQueues).Check("queues", queues.All(queue => desk.FindQueue(queue) is not null), FieldError.NoSuchQueue());
        }

        if (change.Skills is { } skills)
        {
            profile = profile with { Skills = skills.ToDictionary() };
            errors.Check("skills", skills.Count <= MaxSkills && skills.All(skill => skill.Key.Length is >= 1 and <= 50 && skill.Value is >= 1 and <= 10), FieldError.Skills(MaxSkills, 1, 10));
        }

        if (change.Languages is { } languages)
        {
            profile = profile with { Languages = [.. languages.Select(language => language?.Trim().ToLowerInvariant() ?? "").Distinct()] };
            errors.Check("languages", languages.Count <= MaxLanguages && profile.Languages.All(language => language.Length is >= 2 and <= 35), FieldError.Languages(MaxLanguages));
        }

        if (change.Capacity is { } capacity)
        {
            profile = profile with { Capacity = capacity };
            errors.Range("capacity", capacity, 1, 10);
        }

        if (change.Weight is { } weight)
        {
            profile = profile with { Weight = weight };
            errors.Check("weight", weight is >= 0.1 and <= 10, FieldError.Range(0.1m, 10));
        }

        if (change.Phone is { } phone)
            profile = WithPhone(profile, phone.Trim(), desk, errors);
        if (change.Active is { } active)
            profile = profile with { Active = active };
        return (errors.Any ? null : profile, errors);
    }

    private static RepProfile WithPhone(RepProfile profile, string phone, Desk desk, FieldErrors errors)
    {
        if (phone.Length == 0)
            return profile with { Phone = null };
        var read = PhoneParser.Read(phone, desk.DefaultCountry);
        errors.Check("phone", read.Ok, FieldError.NotAPhone());
        return profile with { Phone = read.Phone };
    }
}
