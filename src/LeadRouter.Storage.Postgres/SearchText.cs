using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Postgres;

/// <summary>Folds what people search by. The database's own folding depends on its locale.</summary>
internal static class SearchText
{
    public static string Of(LeadRow lead) => Fold($"{lead.Name}\n{lead.Phone}\n{lead.Email}");

    public static string Fold(string text) => text.ToUpperInvariant();
}
