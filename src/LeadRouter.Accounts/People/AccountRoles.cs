namespace LeadRouter.Accounts;

/// <summary>What a role claim can say.</summary>
public static class AccountRoles
{
    public const string Rep = "rep";
    public const string Supervisor = "supervisor";
    public const string Admin = "admin";

    /// <summary>Not a person: a read-only wallboard token.</summary>
    public const string Board = "board";
}
