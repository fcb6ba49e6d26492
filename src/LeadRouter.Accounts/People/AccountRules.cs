using System.Buffers;

namespace LeadRouter.Accounts;

/// <summary>What names and passwords may look like. Each check returns what is wrong, or null.</summary>
public static class AccountRules
{
    public const int MaxUserLength = 64;
    public const int MinPasswordLength = 8;
    public const int MaxPasswordLength = 200;
    public const int MaxNameLength = 100;

    private static readonly SearchValues<char> UserCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@");

    /// <summary>2 to 64 of ASCII letters, digits and <c>. _ - @</c>, beginning with a letter or digit (so that it is a path segment).</summary>
    public static string? UserError(string? user) => user switch
    {
        null or "" => "A user name is needed.",
        { Length: < 2 or > MaxUserLength } => "The user name has 2 to 64 characters.",
        _ when user.AsSpan().ContainsAnyExcept(UserCharacters) || !char.IsAsciiLetterOrDigit(user[0]) =>
            "The user name has letters, digits and . _ - @ only and begins with a letter or digit.",
        _ => null,
    };

    /// <summary>8 to 200 characters of any kind.</summary>
    public static string? PasswordError(string? password) => password switch
    {
        null or "" => "A password is needed.",
        { Length: < MinPasswordLength or > MaxPasswordLength } => "The password has 8 to 200 characters.",
        _ => null,
    };

    /// <summary>1 to 100 characters that can be shown.</summary>
    public static string? NameError(string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "A name is needed.",
        { Length: > MaxNameLength } => "The name has at most 100 characters.",
        _ when name.Any(char.IsControl) => "The name has no control characters.",
        _ => null,
    };

    /// <summary>The form in which user names are compared and stored.</summary>
    internal static string Key(string user) => user.ToLowerInvariant();
}
