namespace LeadRouter.Turns.Ports;

/// <summary>The store cannot make anything durable now; the caller should try again later. Nothing was written.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message) : base(message) { }
    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
    public StoreUnavailableException() { }
}

/// <summary>The actor was written by somebody else since it was loaded: drop it from memory and load it again.</summary>
public sealed class VersionConflictException : Exception
{
    public VersionConflictException(string message) : base(message) { }
    public VersionConflictException(string message, Exception inner) : base(message, inner) { }
    public VersionConflictException() { }
}

/// <summary>The message that a turn consumes is not in the outbox any more: somebody else has handled it. Nothing was written.</summary>
public sealed class MessageGoneException : Exception
{
    public MessageGoneException(string message) : base(message) { }
    public MessageGoneException(string message, Exception inner) : base(message, inner) { }
    public MessageGoneException() { }
}

/// <summary>The store could not be opened. The message says what is wrong, where, and what to do about it.</summary>
public sealed class StoreOpenException : Exception
{
    public StoreOpenException(string message) : base(message) { }
    public StoreOpenException(string message, Exception inner) : base(message, inner) { }
    public StoreOpenException() { }
}
