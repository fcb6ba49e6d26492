namespace LeadRouter.Domain;

/// <summary>An expected "no": a value, never an exception.</summary>
/// <param name="Code">Stable, snake_case; part of the public surface.</param>
/// <param name="Text">A sentence that tells the caller what to do.</param>
public sealed record Refusal(string Code, string Text);
