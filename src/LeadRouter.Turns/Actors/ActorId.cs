using System.Diagnostics.CodeAnalysis;

namespace LeadRouter.Turns.Actors;

/// <summary>The address of an actor (or of an effect): its kind and its key in that kind.</summary>
/// <param name="Kind">One of <see cref="ActorKinds"/>.</param>
/// <param name="Key">Unique in the kind; at most 400 characters.</param>
public readonly record struct ActorId(string Kind, string Key)
{
    /// <summary>The longest id that somebody outside may name.</summary>
    public const int MaxIdLength = 64;

    /// <summary>Whether a text from outside can be the id of a lead or a rep: neither blank nor longer than <see cref="MaxIdLength"/>.</summary>
    public static bool IsKey([NotNullWhen(true)] string? id) => !string.IsNullOrWhiteSpace(id) && id.Length <= MaxIdLength;

    /// <summary>By the key alone: hardly a key is shared by two kinds.</summary>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Kind}/{Key}";
}

/// <summary>The kinds of actors, and of effects that hang off an outbox.</summary>
public static class ActorKinds
{
    public const string Lead = "lead";
    public const string Rep = "rep";
    public const string Queue = "queue";
    public const string Contact = "contact";
    public const string Receipt = "receipt";
    /// <summary>Not an actor: the telephony port. A message to it is carried out at least once by the host's effect handler.</summary>
    public const string Carrier = "carrier";
}
