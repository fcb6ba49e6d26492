using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Intake;

/// <summary>A lead as the engine takes it, or what is wrong by JSON field name. Exactly one of the two is there.</summary>
public readonly record struct LeadPostCheck(LeadPost? Post, FieldErrors? Errors);

/// <summary>
/// Checks and normalises a posted lead, whatever channel it came by. A lead that can be reached one way is kept: when the phone cannot
/// be one but the e-mail address is good, the phone is kept as the attribute <c>phoneAsGiven</c>; the other way round <c>emailAsGiven</c>.
/// </summary>
public static class LeadPostValidator
{
    /// <summary>The attribute that keeps a phone which is none.</summary>
    public const string PhoneAsGiven = "phoneAsGiven";

    /// <summary>The attribute that keeps an e-mail address which is none.</summary>
    public const string EmailAsGiven = "emailAsGiven";

    /// <summary>Checks a post; all that is wrong with it is said at once.</summary>
    /// <exception cref="ArgumentException">The context's default country is not one whose phone numbers are known.</exception>
    public static LeadPostCheck Validate(PostLeadRequest request, IntakeContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        if (!PhoneParser.IsKnownCountry(context.DefaultCountry))
            throw new ArgumentException($"'{context.DefaultCountry}' is not a country with phone numbers.", nameof(context));

        var errors = new FieldErrors();
        var check = new FieldChecks(errors);
        var attributes = check.Attributes(request.Attributes);
        var (phone, email) = Reach(request, context.DefaultCountry, attributes, errors);
        var post = new LeadPost
        {
            ExternalId = check.Id(request.ExternalId, Fields.ExternalId, LeadPostLimits.ExternalId),
            Name = check.OneLine(request.Name, Fields.Name, LeadPostLimits.Name),
            Phone = phone,
            Email = email,
            Source = check.OneLine(request.Source, Fields.Source, LeadPostLimits.Source) ?? context.SourceName,
            Campaign = check.OneLine(request.Campaign, Fields.Campaign, LeadPostLimits.Campaign),
            Queue = check.Queue(request.Queue, context),
            Language = check.Language(request.Language),
            Message = check.Lines(request.Message, Fields.Message, LeadPostLimits.Message),
            Score = check.Score(request.Score),
            Consent = check.Consent(request.Consent),
            RequestedAt = check.Instant(request.RequestedAt, Fields.RequestedAt),
            Attributes = attributes.Count == 0 ? null : attributes,
        };
        return errors.Any ? new(null, errors) : new(post, null);
    }

    private static (Phone? Phone, string? Email) Reach(
        PostLeadRequest request, string defaultCountry, Dictionary<string, string> attributes, FieldErrors errors)
    {
        var phone = PhoneParser.Read(request.Phone, defaultCountry);
        var email = EmailAddresses.Normalize(request.Email);
        var (phoneGiven, emailGiven) = (CleanText.OneLine(request.Phone), CleanText.OneLine(request.Email));
        if (!phone.Ok && !email.Ok)
        {
            if (phoneGiven is null && emailGiven is null)
                errors.Add(Fields.Phone, FieldError.Of("Send a phone number or an e-mail address; without one of them nobody can reach the person."));
            if (phoneGiven is not null) errors.Add(Fields.Phone, FieldError.Of(phone.Refusal.Text));
            if (emailGiven is not null) errors.Add(Fields.Email, FieldError.Of(email.Refusal.Text));
        }
        if (!phone.Ok && phoneGiven is not null) attributes[PhoneAsGiven] = CleanText.Cut(phoneGiven, LeadPostLimits.AttributeValue);
        if (!email.Ok && emailGiven is not null) attributes[EmailAsGiven] = CleanText.Cut(emailGiven, LeadPostLimits.AttributeValue);
        return (phone.Phone, email.Value);
    }
}
