using System.Text.Json;
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
    /// <summary>What the detail names, numbers and texts by name, for who says it in another language.</summary>
    public IReadOnlyDictionary<string, object>? Values { get; init; }
    /// <summary>JSON path to sentences on what is wrong there; only with codes that say that some of it is, such as <c>validation_failed</c>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
    /// <summary>The same as <c>errors</c>, in the same order, for who says it in another language.</summary>
    public IReadOnlyDictionary<string, FieldCodeDto[]>? Codes { get; init; }
    /// <summary>Finds the log lines of an unexpected error.</summary>
    public string? TraceId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDto))]
// What a value can be; one that came from another server is an element.
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ProblemJson : JsonSerializerContext;
