namespace LeadRouter.Accounts;

/// <summary>Names are often e-mail addresses, and people type passwords into the wrong field: logs get the beginning only.</summary>
internal static class Mask
{
    public static string User(string user) => (user.Length <= 2 ? user[..Math.Min(1, user.Length)] : user[..2]) + "***";
}
