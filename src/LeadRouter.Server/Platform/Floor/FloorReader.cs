using LeadRouter.Domain.Calendars;

namespace LeadRouter.Server.Platform.Floor;

/// <summary>Reads for the view of the floor, a page at a time: a start costs as many queries as there are pages, however many leads are open.</summary>
internal sealed class FloorReader(IEngineStore store)
{
    private const int PageSize = 1000;

    /// <summary>Counts the day so far.</summary>
    public async Task<DayCount> CountDayAsync(WorkCalendar calendar, DateTimeOffset now, CancellationToken cancel)
    {
        var day = new DayCount(calendar);
        var last = await store.LastPositionAsync(cancel);
        await CountOnAsync(day, day.Boards.ReplayFrom(now), cancel);
        day.PassTo(last);
        return day;
    }

    /// <summary>Counts what the journal has after the day's position.</summary>
    public async Task CountOnAsync(DayCount day, DateTimeOffset since, CancellationToken cancel)
    {
        while (true)
        {
            var page = await store.ReadJournalAsync(day.Position, since, PageSize, cancel);
            day.Take([.. page.Select(JournalFact.Of)]);
            if (page.Count < PageSize)
                return;
        }
    }

    /// <summary>Reads all open leads and all reps.</summary>
    public async Task SeedAsync(BoardView view, CancellationToken cancel)
    {
        for (string? after = null; ;)
        {
            var page = await store.ReadOpenLeadsAsync(after, PageSize, cancel);
            view.Seed(page);
            if (page.Count < PageSize)
                break;
            after = page[^1].LeadId;
        }

        foreach (var keys in (await store.ListKeysAsync(ActorKinds.Rep, cancel)).Chunk(PageSize))
            view.Seed(await RepsAsync(keys, cancel));
    }

    /// <summary>How those stand whom a page names.</summary>
    public async Task<(IReadOnlyList<OpenLead> Open, IReadOnlyList<Rep> Reps)> LookUpAsync(BoardPage page, CancellationToken cancel) => (
        page.Leads.Count == 0 ? [] : await store.FindOpenLeadsAsync(page.Leads, cancel),
        page.Reps.Count == 0 ? [] : await RepsAsync(page.Reps, cancel));

    private async Task<IReadOnlyList<Rep>> RepsAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        [.. (await store.LoadManyAsync(ActorKinds.Rep, keys, cancel)).Values.Select(stored => StoredJson.Read<Rep>(stored.State))];
}
