namespace LeadRouter.Telephony;

/// <summary>
/// How many servers place calls through the same account, so that together they keep to its calls per second. While one joins or
/// leaves, the rate may for a moment be a little off: the carrier's own limit then makes calls wait.
/// </summary>
/// <param name="Count">Asked before each call, from many threads; 1 or less counts as one.</param>
public sealed record LiveServers(Func<int> Count);
