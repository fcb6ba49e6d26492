using System.Text.RegularExpressions;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Intake;

/// <summary>The check of each field of a posted lead. What is not right becomes a sentence; what comes back then does not matter.</summary>
internal sealed partial class FieldChecks(FieldErrors errors)
{
    public string? OneLine(string? text, string field, int max) => Within(CleanText.OneLine(text), field, max);

    public string? Lines(string? text, string field, int max) => Within(CleanText.Lines(text), field, max);

    /// <summary>An id is compared, so that nothing may be taken out of it silently.</summary>
    public string? Id(string? text, string field, int max)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (CleanText.HasControls(text)) errors.Add(field, FieldError.Of("Send an id without control characters."));
        return Within(text, field, max);
    }

    public string Queue(string? queue, IntakeContext context)
    {
        if (Id(queue, Fields.Queue, LeadPostLimits.Queue) is { } named)
        {
            if (named.Length <= LeadPostLimits.Queue && !context.QueueExists(named))
                errors.Add(Fields.Queue, FieldError.Of("There is no queue with this id; leave the field out for the default queue."));
            return named;
        }
        return context.SourceQueue is { Length: > 0 } ofSource && context.QueueExists(ofSource) ? ofSource : context.DefaultQueue;
    }

    /// <summary>A BCP 47 tag in lower case. Codes that ISO 639 has replaced, which older phones still send, become the present ones.</summary>
    public string? Language(string? language)
    {
        var tag = Tag(language);
        if (string.IsNullOrEmpty(tag)) return null;
        if (!IsLanguage(tag))
        {
            errors.Add(Fields.Language, FieldError.Of("Send a BCP 47 language tag, for example he, en or ru."));
            return null;
        }
        var primary = tag.Split('-')[0];
        return primary switch { "iw" => "he", "in" => "id", "ji" => "yi", _ => primary } + tag[primary.Length..];
    }

    /// <summary>Whether it is a tag, as <see cref="Language"/> takes it.</summary>
    public static bool IsLanguage(string? language) => Tag(language) is { Length: <= LeadPostLimits.Language } tag && LanguageTag().IsMatch(tag);

    public double? Score(double? score)
    {
        if (score is null or (>= 0 and <= 100)) return score;
        errors.Add(Fields.Score, FieldError.Of("Send a score from 0 to 100."));
        return null;
    }

    public DateTimeOffset? Instant(DateTimeOffset? instant, string field)
    {
        if (instant is not { } given) return null;
        if (!Instants.IsPlausible(given)) errors.Add(field, FieldError.Of(Instants.Sentence));
        return given.ToUniversalTime();
    }

    public Consent? Consent(ConsentDto? consent)
    {
        if (consent is null) return null;
        var text = Lines(consent.Text, Fields.ConsentText, LeadPostLimits.ConsentText);
        var at = Instant(consent.At, Fields.ConsentAt);
        var kind = OneLine(consent.Kind, Fields.ConsentKind, LeadPostLimits.ConsentKind);
        return text is null && at is null && kind is null ? null : new Consent(text, at, kind);
    }

    public Dictionary<string, string> Attributes(IReadOnlyDictionary<string, string>? attributes)
    {
        var clean = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attributes is null) return clean;
        if (attributes.Count > LeadPostLimits.Attributes)
        {
            errors.Add(Fields.Attributes, FieldError.Of($"Send at most {LeadPostLimits.Attributes} attributes."));
            return clean;
        }
        foreach (var (name, value) in attributes)
        {
            if (CleanText.OneLine(name) is not { } cleanName || cleanName.Length > LeadPostLimits.AttributeName)
            {
                errors.Add(Fields.Attributes, FieldError.Of($"Send attribute names of 1 to {LeadPostLimits.AttributeName} characters."));
                continue;
            }
            var cleanValue = CleanText.Lines(value) ?? "";
            if (cleanValue.Length > LeadPostLimits.AttributeValue)
                errors.Add(Fields.Attributes, FieldError.Of($"Send attribute values of at most {LeadPostLimits.AttributeValue} characters."));
            clean[cleanName] = cleanValue;
        }
        return clean;
    }

    private static string? Tag(string? language) => language?.Trim().Replace('_', '-').ToLowerInvariant();

    private string? Within(string? text, string field, int max)
    {
        if (text is null || text.Length <= max) return text;
        errors.Add(field, FieldError.Of($"Send at most {max} characters; this has {text.Length}."));
        return null;
    }

    [GeneratedRegex("^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();
}
