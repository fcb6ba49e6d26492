using System.Text;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Intake.Tests;

/// <summary>Posts to a desk in Israel with the queues <c>sales</c> (default) and <c>vip</c>.</summary>
internal static class Posts
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static IntakeContext Desk { get; } = new()
    {
        DefaultCountry = "IL",
        DefaultQueue = "sales",
        SourceName = "landing-page",
        QueueExists = queue => queue is "sales" or "vip",
    };

    public static LeadIntakeResult Accept(string contentType, byte[] body, IntakeContext? desk = null) =>
        LeadIntake.AcceptAsync(contentType, body, desk ?? Desk).AsTask().GetAwaiter().GetResult();

    public static LeadIntakeResult Accept(string contentType, string body) => Accept(contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>The lead of a post that must be taken.</summary>
    public static LeadPost Taken(string contentType, string body, IntakeContext? desk = null)
    {
        var result = Accept(contentType, Encoding.UTF8.GetBytes(body), desk);
        result.Refusal.ShouldBeNull(Describe(result.Refusal));
        result.Fingerprint.ShouldNotBeNull().Length.ShouldBe(64);
        return result.Post.ShouldNotBeNull();
    }

    /// <summary>The refusal of a post that must not be taken.</summary>
    public static Refusal Refused(string contentType, string body)
    {
        var result = Accept(contentType, body);
        ShouldBeWhole(result);
        return result.Refusal.ShouldNotBeNull();
    }

    /// <summary>Either a lead, or a refusal that says in sentences what is wrong.</summary>
    public static void ShouldBeWhole(LeadIntakeResult result)
    {
        if (result.Refusal is not { } refusal)
        {
            result.Post.ShouldNotBeNull();
            (result.Post.Phone?.Value ?? result.Post.Email).ShouldNotBeNull();
            return;
        }
        result.Post.ShouldBeNull();
        refusal.Code.ShouldBeOneOf("malformed_body", "invalid_lead", "body_too_large", "unsupported_media_type");
        refusal.Text.ShouldEndWith(".");
        refusal.Errors.ShouldNotBeNull().ShouldNotBeEmpty();
        foreach (var (field, errors) in refusal.Errors)
        {
            field.ShouldNotBeNullOrWhiteSpace();
            errors.ShouldNotBeEmpty();
            errors.ShouldAllBe(error => error.Text.EndsWith('.') && error.Text.Length > 10);
        }
    }

    private static string? Describe(Refusal? refusal) =>
        refusal is null ? null : string.Join("; ", refusal.Errors!.Select(error => $"{error.Key}: {string.Join(' ', error.Value.Select(found => found.Text))}"));
}
