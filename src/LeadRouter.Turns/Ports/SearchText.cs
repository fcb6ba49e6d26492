namespace LeadRouter.Turns.Ports;

/// <summary>Folds what people search by. A database's own folding knows ASCII only, or depends on its locale.</summary>
public static class SearchText
{
    /// <summary>What a lead is found by: name, phone and e-mail, one per line.</summary>
    public static string Of(LeadRow lead) => Fold($"{lead.Name}\n{lead.Phone}\n{lead.Email}");

    /// <summary>A text without its case.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();
}
