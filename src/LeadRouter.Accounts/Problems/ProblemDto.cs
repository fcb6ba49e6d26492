using System.Text.Json.Serialization;

namespace LeadRouter.Accounts;

/// <summary>The body of every error answer (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed record ProblemDto
{
    /// <summary>A short summary, the same for every occurrence.</summary>
    public required string Title { get; init; }
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }
    /// <summary>Stable, snake_case: what programs should look at.</summary>
    public required string Code { get; init; }
    /// <summary>A sentence that tells the caller what to do.</summary>
    public string? Detail { get; init; }
    /// <summary>Field to what is wrong with it; only with <c>validation_failed</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
    /// <summary>Finds the log lines of an unexpected error.</summary>
    public string? TraceId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDto))]
internal sealed partial class ProblemJson : JsonSerializerContext;
