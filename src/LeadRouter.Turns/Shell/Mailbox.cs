namespace LeadRouter.Turns.Shell;

/// <summary>What waits for one actor, in the order of its coming. Not safe for several threads at once.</summary>
public sealed class Mailbox
{
    private readonly LinkedList<Mail> _mail = new();

    /// <summary>How many messages wait.</summary>
    public int Count => _mail.Count;

    /// <summary>Puts a message behind all others.</summary>
    public void Add(Mail mail) => _mail.AddLast(mail);

    /// <summary>Takes the first message out; null when there is none.</summary>
    public Mail? Take()
    {
        if (_mail.First is not { } first)
            return null;
        _mail.RemoveFirst();
        return first.Value;
    }

    /// <summary>
    /// Puts a message that could not be stored back at the head, so that the order stays, and takes out the asks behind it: who
    /// waits for an answer is told now, rather than after a trouble of unknown length.
    /// </summary>
    /// <returns>The asks, oldest first.</returns>
    public IReadOnlyList<Mail> PutBack(Mail mail)
    {
        List<Mail> asks = [.. _mail.Where(waiting => waiting.Asker is not null)];
        foreach (var ask in asks)
            _mail.Remove(ask);
        _mail.AddFirst(mail);
        return asks;
    }

    /// <summary>Takes out everything.</summary>
    public IReadOnlyList<Mail> Clear()
    {
        List<Mail> waiting = [.. _mail];
        _mail.Clear();
        return waiting;
    }
}
