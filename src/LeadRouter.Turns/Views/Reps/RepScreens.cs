namespace LeadRouter.Turns.Views.Reps;

/// <summary>
/// The screens of the reps who have a connection at this server, and of no others. Fed by the turns of this process
/// where it is alone, and by the journal where there are several; the same news may come twice, late and in any order. Safe to use from many threads; with one
/// thread it does the same in the same order every time.
/// </summary>
public sealed class RepScreens(IScreenPort port) : ITurnObserver
{
    private readonly Lock _doors = new();

    /// <summary>Never changed in place: who looks for a screen waits for nobody, and meets them in the order in which they were opened.</summary>
    private volatile Dictionary<RepId, RepScreen> _screens = [];

    /// <summary>Who has a screen here.</summary>
    public IReadOnlyCollection<RepId> Reps => _screens.Keys;

    /// <summary>A connection of a rep comes. What happens from now on is kept for it; it is told nothing before <see cref="Greet"/>.</summary>
    public void Open(RepId rep, string connection)
    {
        lock (_doors)
        {
            if (!_screens.TryGetValue(rep, out var screen))
            {
                screen = new RepScreen(rep, port);
                _screens = new(_screens) { [rep] = screen };
            }

            screen.Open(connection);
        }
    }

    /// <summary>Shows an opened connection all there is, and from then on what changes. Nothing happens when it is gone already.</summary>
    /// <param name="stored">The rep as read after <see cref="Open"/>; older than what came meanwhile does no harm.</param>
    /// <param name="leads">The rep's open leads, likewise.</param>
    public void Greet(RepId rep, string connection, Rep stored, IReadOnlyCollection<Lead> leads) => Find(rep)?.Greet(connection, stored, leads);

    /// <summary>A connection is gone, greeted or not. With the last one the screen goes.</summary>
    public void Close(RepId rep, string connection)
    {
        lock (_doors)
        {
            if (!_screens.TryGetValue(rep, out var screen) || !screen.Close(connection))
                return;
            var rest = new Dictionary<RepId, RepScreen>(_screens);
            rest.Remove(rep);
            _screens = rest;
        }
    }

    /// <summary>Takes a turn of this process.</summary>
    public void Committed(CommittedTurn turn)
    {
        switch (turn.After)
        {
            case Rep rep:
                Take(rep);
                break;
            case Lead lead:
                var now = lead.Addressee();
                if (now is { } one)
                    Find(one)?.Take(lead, turn.Events);
                if (turn.Before is Lead before && before.Addressee() is { } other && other != now)
                    Find(other)?.Take(lead, turn.Events);
                break;
        }
    }

    /// <summary>Takes a rep as he or she stands, from wherever.</summary>
    public void Take(Rep rep) => Find(rep.Id)?.Take(rep);

    /// <summary>Takes a lead as it stands, from wherever.</summary>
    /// <param name="events">What is known of how it came there; may be more or less than what is new to a screen.</param>
    public void Take(Lead lead, IReadOnlyList<RecordedEvent> events)
    {
        var addressee = lead.Addressee();
        foreach (var screen in _screens.Values)
        {
            if (screen.Rep == addressee || screen.Known(lead.Id) > 0)
                screen.Take(lead, events);
        }
    }

    /// <summary>Takes a lead off the screens of those who have it no more; whoever it goes to is told by <see cref="Take(Lead, IReadOnlyList{RecordedEvent})"/>.</summary>
    internal void TakeAway(Lead lead, IReadOnlyList<RecordedEvent> events)
    {
        var addressee = lead.Addressee();
        foreach (var screen in _screens.Values)
        {
            if (screen.Rep != addressee && screen.Known(lead.Id) > 0)
                screen.Take(lead, events);
        }
    }

    /// <summary>Whether the rep has a screen here that has not heard of this change of the rep.</summary>
    internal bool IsBehind(RepId rep, long sequence) => Find(rep)?.IsBehind(sequence) == true;

    /// <summary>Whether the rep has a screen here that has not heard of this change of the lead.</summary>
    internal bool IsBehind(RepId rep, LeadId lead, long sequence) => Find(rep) is { } screen && screen.Known(lead) < sequence;

    /// <summary>Whether a screen here shows the lead, or did so lately, and has not heard of this change of it.</summary>
    internal bool IsBehind(LeadId lead, long sequence)
    {
        foreach (var screen in _screens.Values)
        {
            var known = screen.Known(lead);
            if (known > 0 && known < sequence)
                return true;
        }

        return false;
    }

    /// <summary>The counters of the day of these reps have changed: they go with the next State.</summary>
    public void Recounted(IReadOnlyCollection<RepId> reps)
    {
        foreach (var rep in reps)
            Find(rep)?.BeStale();
    }

    /// <summary>The counters of every rep have changed, by a new day.</summary>
    public void RecountedAll()
    {
        foreach (var screen in _screens.Values)
            screen.BeStale();
    }

    /// <summary>Sends State to the screens on which something changed that was not sent; to be called once a second.</summary>
    public void Refresh()
    {
        foreach (var screen in _screens.Values)
            screen.Refresh();
    }

    private RepScreen? Find(RepId rep) => _screens.GetValueOrDefault(rep);
}
