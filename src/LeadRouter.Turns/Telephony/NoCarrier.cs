namespace LeadRouter.Turns.Telephony;

/// <summary>
/// Stands where there is none. Calls that were asked for while there was one still come out of the outbox: they end at once, and
/// the rep, who waits, reads why and dials by hand.
/// </summary>
public sealed class NoCarrier : ICarrier
{
    /// <inheritdoc />
    public string Name => "none";

    /// <inheritdoc />
    public Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel) =>
        Task.FromResult(new PlaceCallResult(PlaceCallOutcome.Refused, Reason: "There is no carrier any more: dial yourself."));
}
