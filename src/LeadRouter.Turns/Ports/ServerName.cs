namespace LeadRouter.Turns.Ports;

/// <summary>The name of one server process. A process that is started again has another one, so that what was tied to the last can be told apart.</summary>
/// <param name="Value">At most 64 characters.</param>
public sealed record ServerName(string Value);
