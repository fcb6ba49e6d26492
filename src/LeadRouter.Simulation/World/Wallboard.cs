using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Calendars;
using LeadRouter.Turns.Views;

namespace LeadRouter.Simulation.World;

/// <summary>
/// The wallboard of one life of the process, fed as the server feeds it: what stands and the day so far at the start, then the
/// journal from where that was, a little behind the commits. A page comes again now and then, as after a read that failed.
/// </summary>
/// <param name="life">Whose wallboard it is: with it the following ends.</param>
internal sealed class Wallboard(Tables tables, Agenda agenda, ServerClock clock, Mortal life, Flaw flaw)
{
    private const int PageSize = 50;
    private const int AgainEvery = 7;
    private const int PassedOverEvery = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FoldTakes = TimeSpan.FromMilliseconds(400);

    private BoardView? _view;
    private DayCount? _folding;
    private long _position;
    private int _pages;
    private bool _isComing;

    public LiveBoard Live => _view!.Live;

    public DayBoard Day => _view!.Days.Today(clock.Now);

    /// <summary>The day is being counted by another calendar; until then the former one is shown.</summary>
    public bool IsCountingAnew => _folding is not null;

    /// <summary>Reads what stands and counts the day so far.</summary>
    public void Start(WorkCalendar calendar)
    {
        _position = tables.Events.Last;
        _view = new BoardView(Fold(calendar));
        _view.Seed(tables.OpenLeads.Select(row => new OpenLead(row.Lead.Id.Value, LiveLead.Of(row.Lead))));
        _view.Seed(Standing<Rep>(ActorKinds.Rep, tables.Keys(ActorKinds.Rep)));
    }

    /// <summary>Something was committed.</summary>
    public void Hint()
    {
        if (_isComing)
            return;
        _isComing = true;
        agenda.After(Pace, Follow, life);
    }

    /// <summary>Takes everything that the journal has by now.</summary>
    public void Follow()
    {
        _isComing = false;
        while (tables.Events.After(_position, PageSize) is { Count: > 0 } facts)
        {
            _position = facts[^1].Position;
            _pages++;
            if (flaw == Flaw.PassesOverPages && _pages % PassedOverEvery == 0)
                continue;
            var page = new BoardPage(facts);
            Take(page);
            if (_pages % AgainEvery == 0)
                Take(page);
        }
    }

    /// <summary>Counts the day so far anew by another calendar; the journal goes on meanwhile.</summary>
    public void FollowCalendar(WorkCalendar calendar)
    {
        var day = _folding = Fold(calendar);
        agenda.After(FoldTakes, () => Replace(day), life);
    }

    private void Take(BoardPage page) => _view!.Take(
        page, Standing<Lead>(ActorKinds.Lead, page.Leads).Where(lead => !lead.IsClosed).Select(lead => new OpenLead(lead.Id.Value, LiveLead.Of(lead))), Standing<Rep>(ActorKinds.Rep, page.Reps));

    private IEnumerable<T> Standing<T>(string kind, IEnumerable<string> keys) => keys.Select(key => tables.Peek(new ActorId(kind, key))?.State).OfType<T>();

    private void Replace(DayCount day)
    {
        if (day != _folding)
            return;
        if (_view!.Replace(day))
        {
            _folding = null;
            return;
        }

        day.Take(tables.Events.After(day.Position, PageSize));
        agenda.After(Pace, () => Replace(day), life);
    }

    private DayCount Fold(WorkCalendar calendar)
    {
        var day = new DayCount(calendar);
        if (flaw != Flaw.ForgetsTheDay)
            day.Take([.. tables.Events.Since(day.Boards.ReplayFrom(clock.Now), onlyCounted: true).Select(entry => entry.Fact)]);
        day.PassTo(tables.Events.Last);
        return day;
    }
}
