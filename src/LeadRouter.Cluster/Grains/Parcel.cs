namespace LeadRouter.Cluster.Grains;

/// <summary>A message on its way from a lane to its grain.</summary>
/// <param name="Number">The same for every try of a message, and of no other.</param>
/// <param name="Consumed">The outbox row that the turn takes away.</param>
/// <param name="IsAsk">Somebody waits for the answer.</param>
[GenerateSerializer, Immutable]
internal sealed record Parcel([property: Id(0)] long Number, [property: Id(1)] Message Message, [property: Id(2)] OutboxKey? Consumed, [property: Id(3)] bool IsAsk);

/// <summary>What became of a parcel.</summary>
/// <param name="Reply">The answer to an ask.</param>
/// <param name="Refusal">Why an ask has no answer.</param>
/// <param name="Trouble">Why the message has to be tried again; null: it is done with, well or badly.</param>
/// <param name="IsForgettable">The grain may leave memory.</param>
/// <param name="IsNobody">There is no such actor: neither grain nor lane has to stay.</param>
[GenerateSerializer, Immutable]
internal sealed record ParcelResult([property: Id(0)] object? Reply, [property: Id(1)] ParcelRefusal? Refusal, [property: Id(2)] string? Trouble, [property: Id(3)] bool IsForgettable, [property: Id(4)] bool IsNobody);

/// <summary>Why an ask has no answer; exceptions do not travel between servers.</summary>
/// <param name="IsUnavailable">The store cannot do it now; false: a defect of ours.</param>
[GenerateSerializer, Immutable]
internal sealed record ParcelRefusal([property: Id(0)] bool IsUnavailable, [property: Id(1)] string Text)
{
    public static ParcelRefusal Of(Exception why) => new(why is StoreUnavailableException, why.Message);

    public Exception ToException() => IsUnavailable ? new StoreUnavailableException(Text) : new InvalidOperationException(Text);
}
