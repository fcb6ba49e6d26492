namespace LeadRouter.Turns.Views.Reps;

/// <summary>
/// Reads from the store what an opening screen shows. Some screens at a time, and never while a page of the journal is taken:
/// a page that moves a lead away means nothing to a screen that has yet to learn of the lead, and would not come again.
/// </summary>
public sealed class ScreenLoads(RepScreens screens, IEngineStore store) : IDisposable
{
    /// <summary>Of a rep's open leads so many of the newest are read, and besides those that the rep is working on or has the first call on.</summary>
    private const int MostLeads = 200;

    private const int MostAtOnce = 8;

    /// <summary>What the store gives at once.</summary>
    private const int MostKeys = 1000;

    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);

    /// <summary>Greets a connection that <see cref="RepScreens.Open"/> let in.</summary>
    /// <param name="stored">The rep as he or she stood after that.</param>
    /// <exception cref="StoreUnavailableException">The leads cannot be read; the connection was not greeted.</exception>
    public async Task GreetAsync(string connection, Rep stored, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            var found = await store.FindLeadsAsync(new LeadQuery { Rep = stored.Id.Value, Open = true, Limit = MostLeads }, cancel);
            var first = await store.ReadIndexAsync(RepIndexes.WaitsFor(stored.Id), cancel);
            var leads = await LoadAsync<Lead>(ActorKinds.Lead, [.. found.Union(stored.Holds.Select(hold => hold.Lead.Value)).Union(first.Take(MostLeads).Select(waiting => waiting.Key))], cancel);
            screens.Greet(stored.Id, connection, stored, leads);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Does something while no screen is being loaded. Not to be called from two sides at once.</summary>
    internal async Task AloneAsync(Func<Task> action, CancellationToken cancel)
    {
        var taken = 0;
        try
        {
            for (; taken < MostAtOnce; taken++)
                await _places.WaitAsync(cancel);
            await action();
        }
        finally
        {
            if (taken > 0)
                _places.Release(taken);
        }
    }

    /// <summary>The newest stored states of some actors; who is not there is left out.</summary>
    internal async Task<List<T>> LoadAsync<T>(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var states = new List<T>(keys.Count);
        foreach (var some in keys.Chunk(MostKeys))
        {
            foreach (var stored in (await store.LoadManyAsync(kind, some, cancel)).Values)
                states.Add(StoredJson.Read<T>(stored.State));
        }

        return states;
    }

    public void Dispose() => _places.Dispose();
}
