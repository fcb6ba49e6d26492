using System.Text.Json.Nodes;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Accounts;

/// <summary>The documents of accounts as they are stored: a record that is renamed keeps the name under which it was written.</summary>
internal static class AccountFormat
{
    private static readonly StoredType[] Types =
    [
        new(typeof(Account), "account"),
        new(typeof(StoredSession), "session"),
        new(typeof(StoredSource), "source"),
        new(typeof(FirstSourceMark), "firstSourceMark"),
        new(typeof(StoredBoardToken), "boardToken"),
        new(typeof(SetupClaim), "setup", Version: 2),
        new(typeof(SetupLink), "setupLink"),
    ];

    private static readonly Dictionary<(string Name, int From), Action<JsonObject>> Upcasters = new()
    {
        // It held the one link that was valid; since then each link is a document of its own, and this one says only who is at it.
        [("setup", 1)] = json =>
        {
            json.Remove("tokenHash");
            json.Remove("expiresAt");
        },
    };

    public static readonly StoredFormat Format = new(Types, families: [], Upcasters);
}
