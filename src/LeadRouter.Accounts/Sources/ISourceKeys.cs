namespace LeadRouter.Accounts;

/// <summary>Finds the source that an intake key belongs to. From memory, except for what may be a key made on another server just now: fit for every request.</summary>
public interface ISourceKeys
{
    /// <summary>The source, or null for an unknown or revoked key. Takes no time that tells how much of a guess is right.</summary>
    /// <exception cref="LeadRouter.Turns.Ports.StoreUnavailableException">The key is not known here, and what other servers made could not be read.</exception>
    ValueTask<IntakeSource?> FindAsync(string? key, CancellationToken cancel = default);
}

/// <summary>Whose leads come in with a key.</summary>
/// <param name="Channel">api.</param>
/// <param name="Queue">The queue for leads that name none; null: the desk's default.</param>
public sealed record IntakeSource(string SourceId, string Name, string Channel, string? Queue);

/// <summary>Tells whether the desk knows a queue; the composition root connects it to the desk.</summary>
public interface IQueueNames
{
    bool Exists(string queue);
}

/// <summary><see cref="IQueueNames"/> over a function.</summary>
public sealed class QueueNames(Func<string, bool> exists) : IQueueNames
{
    /// <inheritdoc />
    public bool Exists(string queue) => exists(queue);
}
