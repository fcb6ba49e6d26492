using System.Buffers;

namespace LeadRouter.Accounts;

/// <summary>What names and passwords may look like. Each check returns what is wrong, or null.</summary>
public static class AccountRules
{
    public const int MinUserLength = 2;
    public const int MaxUserLength = 64;
    public const int MinPasswordLength = 8;
    public const int MaxPasswordLength = 200;
    public const int MaxNameLength = 100;

    private static readonly SearchValues<char> UserCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@");

    /// <summary>2 to 64 of ASCII letters, digits and <c>. _ - @</c>, beginning with a letter or digit (so that it is a path segment).</summary>
    public static FieldError? UserError(string? user) => user switch
    {
        null or "" => FieldError.Missing(),
        { Length: < MinUserLength or > MaxUserLength } => FieldError.Length(MinUserLength, MaxUserLength),
        _ when user.AsSpan().ContainsAnyExcept(UserCharacters) || !char.IsAsciiLetterOrDigit(user[0]) => FieldError.UserName(),
        _ => null,
    };

    /// <summary>8 to 200 characters of any kind.</summary>
    public static FieldError? PasswordError(string? password) => password switch
    {
        null or "" => FieldError.Missing(),
        { Length: < MinPasswordLength or > MaxPasswordLength } => FieldError.Length(MinPasswordLength, MaxPasswordLength),
        _ => null,
    };

    /// <summary>1 to 100 characters that can be shown.</summary>
    public static FieldError? NameError(string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => FieldError.Missing(),
        { Length: > MaxNameLength } => FieldError.Length(1, MaxNameLength),
        _ when name.Any(char.IsControl) => FieldError.ControlCharacters(),
        _ => null,
    };

    /// <summary>The form in which user names are compared and stored.</summary>
    internal static string Key(string user) => user.ToLowerInvariant();
}
