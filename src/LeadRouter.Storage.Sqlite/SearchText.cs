using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Sqlite;

/// <summary>Folds what people search by. SQLite itself ignores the case of ASCII only.</summary>
internal static class SearchText
{
    public static string Of(LeadRow lead) => Fold($"{lead.Name}\n{lead.Phone}\n{lead.Email}");

    public static string Fold(string text) => text.ToUpperInvariant();
}
