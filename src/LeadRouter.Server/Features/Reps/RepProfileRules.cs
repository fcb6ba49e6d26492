using LeadRouter.Contracts;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Reps;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Server.Features.Reps;

/// <summary>Checks what an administrator says about a rep, and turns it into a profile.</summary>
internal static class RepProfileRules
{
    /// <summary>The profile of <paramref name="before"/> (or of a new rep) with the changes, or what is wrong by field.</summary>
    public static (RepProfile? Profile, Dictionary<string, string[]> Errors) Apply(RepProfile? before, UpdateRepRequest change, Desk desk)
    {
        var errors = new Dictionary<string, string[]>();
        var profile = before ?? new RepProfile { Name = "", Queues = [desk.DefaultQueue] };
        if (change.Name is { } name)
            profile = profile with { Name = name.Trim() };
        if (profile.Name.Length is < 1 or > 100)
            errors["name"] = ["Give a name of 1 to 100 characters."];
        if (change.Queues is { } queues)
        {
            // Who names none works on the default queue: nobody is left without work.
            profile = profile with { Queues = queues.Count == 0 ? [desk.DefaultQueue] : [.. queues.Distinct()] };
            if (queues.Count > 50 || queues.Any(queue => desk.FindQueue(queue) is null))
                errors["queues"] = ["Give at most 50 queues of the desk, or none for the default queue."];
        }

        if (change.Skills is { } skills)
        {
            profile = profile with { Skills = skills.ToDictionary() };
            if (skills.Count > 50 || skills.Any(skill => skill.Key.Length is < 1 or > 50 || skill.Value is < 1 or > 10))
                errors["skills"] = ["Give at most 50 skills with levels from 1 to 10."];
        }

        if (change.Languages is { } languages)
        {
            profile = profile with { Languages = [.. languages.Select(language => language?.Trim().ToLowerInvariant() ?? "").Distinct()] };
            if (languages.Count > 20 || profile.Languages.Any(language => language.Length is < 2 or > 35))
                errors["languages"] = ["Give at most 20 language tags, for example he or en."];
        }

        if (change.Capacity is { } capacity)
        {
            profile = profile with { Capacity = capacity };
            if (capacity is < 1 or > 10)
                errors["capacity"] = ["Give 1 to 10."];
        }

        if (change.Weight is { } weight)
        {
            profile = profile with { Weight = weight };
            if (weight is not (>= 0.1 and <= 10))
                errors["weight"] = ["Give 0.1 to 10."];
        }

        if (change.Phone is { } phone)
            profile = WithPhone(profile, phone.Trim(), desk, errors);
        if (change.Active is { } active)
            profile = profile with { Active = active };
        return errors.Count == 0 ? (profile, errors) : (null, errors);
    }

    private static RepProfile WithPhone(RepProfile profile, string phone, Desk desk, Dictionary<string, string[]> errors)
    {
        if (phone.Length == 0)
            return profile with { Phone = null };
        var read = PhoneParser.Read(phone, desk.DefaultCountry);
        if (!read.Ok)
            errors["phone"] = ["This is not a phone number; give it as +972… or as it is dialled in the centre's country."];
        return profile with { Phone = read.Phone };
    }
}
