namespace LeadRouter.Intake;

/// <summary>
/// Keeps what no field of a lead takes as attributes, as far as the limits go. What is over is cut or left out, because the person who
/// filled a form in cannot shorten what the page's tools add to it, and a lead is worth more than its extras.
/// </summary>
internal static class ExtraAttributes
{
    private const string Kept = "kept in attributes";

    /// <summary>Adds one, and says what became of it.</summary>
    public static string Keep(Dictionary<string, string> attributes, string name, string value)
    {
        var whole = CleanText.OneLine(name) ?? "";
        var key = CleanText.Cut(whole, LeadPostLimits.AttributeName);
        if (key.Length == 0) return "not kept: its name is blank";
        if (attributes.Count >= LeadPostLimits.Attributes && !attributes.ContainsKey(key))
            return $"not kept: a lead has at most {LeadPostLimits.Attributes} attributes";
        // A repeated name is a list of tick boxes: keep them all as far as they fit.
        var all = attributes.TryGetValue(key, out var before) && before != value ? $"{before}, {value}" : value;
        attributes[key] = CleanText.Cut(all, LeadPostLimits.AttributeValue);
        return (key.Length < whole.Length, all.Length > LeadPostLimits.AttributeValue) switch
        {
            (false, false) => Kept,
            (true, false) => $"{Kept}, its name cut to {LeadPostLimits.AttributeName} characters",
            (false, true) => $"{Kept}, cut to {LeadPostLimits.AttributeValue} characters",
            _ => $"{Kept}, its name cut to {LeadPostLimits.AttributeName} characters and its value to {LeadPostLimits.AttributeValue}",
        };
    }
}
