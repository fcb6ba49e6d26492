namespace LeadRouter.Accounts;

/// <summary>What is wrong by JSON path, as bodies tell it: sentences, and beside them codes with values.</summary>
public static class FieldErrorMapper
{
    /// <summary>The member <c>errors</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> Texts(this IReadOnlyDictionary<string, FieldError[]> errors) =>
        errors.ToDictionary(field => field.Key, field => field.Value.Select(error => error.Text).ToArray());

    /// <summary>The member <c>codes</c>.</summary>
    public static IReadOnlyDictionary<string, FieldCodeDto[]> Codes(this IReadOnlyDictionary<string, FieldError[]> errors) =>
        errors.ToDictionary(field => field.Key, field => field.Value.Select(error => new FieldCodeDto(error.Code, error.Values)).ToArray());
}
