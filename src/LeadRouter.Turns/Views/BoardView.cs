namespace LeadRouter.Turns.Views;

/// <summary>
/// The wallboard as a projection: fed by pages of the journal in order, and by nothing else, so that it shows the same whichever
/// process committed a turn. A page that comes again changes nothing. Reads nothing itself: whoever feeds it looks up how those
/// stand whom the page names. Not safe for many threads.
/// </summary>
/// <param name="day">The day so far, counted from the journal.</param>
public sealed class BoardView(DayCount day)
{
    private DayCount _day = day;

    /// <summary>The days about now.</summary>
    public DayBoards Days => _day.Boards;

    /// <summary>What stands now.</summary>
    public LiveBoard Live { get; } = new();

    /// <summary>Takes open leads as they stand at the start.</summary>
    public void Seed(IEnumerable<OpenLead> open)
    {
        foreach (var lead in open)
            Live.Update(new LeadId(lead.LeadId), lead.Live);
    }

    /// <summary>Takes reps as they stand at the start.</summary>
    public void Seed(IEnumerable<Rep> reps)
    {
        foreach (var rep in reps)
            Live.Update(rep);
    }

    /// <summary>Takes the next page.</summary>
    /// <param name="open">Those of the page's leads that are open, looked up after the page was read; the others are closed.</param>
    /// <param name="reps">The page's reps, likewise.</param>
    public void Take(BoardPage page, IEnumerable<OpenLead> open, IEnumerable<Rep> reps)
    {
        _day.Take(page.Facts);
        var standing = open.ToDictionary(lead => lead.LeadId, lead => lead.Live);
        foreach (var lead in page.Leads)
            Live.Update(new LeadId(lead), standing.GetValueOrDefault(lead));
        Seed(reps);
    }

    /// <summary>Shows a day that was counted anew, by another calendar; false when it has not come as far in the journal as the one that is shown.</summary>
    public bool Replace(DayCount day)
    {
        if (day.Position < _day.Position)
            return false;
        _day = day;
        return true;
    }
}
