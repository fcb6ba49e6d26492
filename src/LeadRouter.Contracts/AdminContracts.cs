using System.Text.Json.Serialization;

namespace LeadRouter.Contracts;

/// <summary>Body of <c>POST /api/v1/sessions</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SignInRequest(string? User, string? Password);

/// <summary>Answer of <c>POST /api/v1/sessions</c>; the token also comes as a cookie.</summary>
public sealed record SessionDto(string Token, DateTimeOffset ExpiresAt, UserDto User);

/// <summary>Who is signed in. No role includes another but admin, which may do all a supervisor may.</summary>
public sealed record UserDto(string User, string Name, IReadOnlyList<string> Roles, string? RepId);

/// <summary>Body of <c>POST /api/v1/setup</c>: makes the first administrator with the one-time set-up token.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SetupRequest(string? Token, string? User, string? Password);

/// <summary>Body of <c>POST /api/v1/users</c>: an account without a rep.</summary>
/// <param name="Role">supervisor or admin.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateUserRequest(string? User, string? Password, string? Name, string? Role);

/// <summary>Body of <c>POST /api/v1/sources</c>. Channel: api (JSON and form posts with a key).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateSourceRequest(string? Name, string? Channel, string? Queue = null);

/// <summary>Answer of <c>POST /api/v1/sources</c>: the only time the key is shown.</summary>
public sealed record CreateSourceResponse(string SourceId, string Key);

/// <summary>A source as listed; the key's first characters only.</summary>
public sealed record SourceDto(string SourceId, string Name, string Channel, string? Queue, string KeyHint, DateTimeOffset CreatedAt);

/// <summary>Answer of <c>POST /api/v1/board-tokens</c>: a read-only wallboard address, shown once.</summary>
public sealed record BoardTokenDto(string Token, DateTimeOffset ExpiresAt);

/// <summary>Answer of <c>POST /api/v1/desk/validate</c>: no errors means that it could be put. Keys are JSON paths; the codes are of the errors, in the same order.</summary>
public sealed record DeskValidationDto(bool Valid, IReadOnlyDictionary<string, string[]> Errors, IReadOnlyDictionary<string, FieldCodeDto[]> Codes);

/// <summary>What is wrong with a field, for who says it in another language than the sentence beside it.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Values">What the sentence names: numbers, texts and lists of texts.</param>
public sealed record FieldCodeDto(string Code, IReadOnlyDictionary<string, object>? Values = null);
