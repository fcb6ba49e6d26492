namespace LeadRouter.Storage.Postgres;

/// <summary>The store could not be opened. The message says what is wrong, where, and what to do about it.</summary>
public sealed class StoreOpenException : Exception
{
    public StoreOpenException(string message) : base(message) { }
    public StoreOpenException(string message, Exception inner) : base(message, inner) { }
    public StoreOpenException() { }
}
