namespace LeadRouter.Turns.Shell;

/// <summary>What a <see cref="TurnShell"/> needs from its host before it can go on with a message.</summary>
public enum Need
{
    /// <summary>Nothing: the message is done with, well or badly.</summary>
    Nothing,

    /// <summary>The stored actor: <see cref="TurnShell.Loaded(object?, long, long)"/>, or <see cref="TurnShell.Unreadable"/>.</summary>
    State,

    /// <summary>The entries of the actor's indexes: <see cref="TurnShell.Rebuilt"/>, or <see cref="TurnShell.Unreadable"/>.</summary>
    Entries,

    /// <summary>Whether the message <see cref="TurnShell.Sought"/> is in the outbox: <see cref="TurnShell.Found"/>, or <see cref="TurnShell.Unreadable"/>.</summary>
    Message,

    /// <summary>Every message of the actor that is in the outbox: <see cref="TurnShell.Pending"/>, or <see cref="TurnShell.Unreadable"/>.</summary>
    Outbox,

    /// <summary>That <see cref="TurnShell.Decided"/> is made durable: <see cref="TurnShell.Written"/>, <see cref="TurnShell.NotWritten"/>, or <see cref="TurnShell.Gone"/>.</summary>
    Write,

    /// <summary>Another try: the store has trouble, and the message goes back to the head of its mailbox until after a pause.</summary>
    Retry,
}
