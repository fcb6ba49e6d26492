using System.Collections.Concurrent;
using LeadRouter.Campaign.Tests.Checks;
using LeadRouter.Contracts;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests;

/// <summary>Reads everything there is through the public surface.</summary>
internal static class Ledger
{
    /// <summary>The history of every lead, by id. Timelines are gone through one by one and not kept.</summary>
    /// <param name="look">Sees each lead with its timeline, and an instant before it was read; called by one thread at a time.</param>
    public static async Task<IReadOnlyDictionary<string, LeadHistory>> ReadAsync(Api supervisor, Action<LeadDetailDto, DateTimeOffset>? look = null)
    {
        var found = new ConcurrentDictionary<string, LeadHistory>();
        var looking = new Lock();
        await Parallel.ForEachAsync(await ListIdsAsync(supervisor), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (leadId, _) =>
        {
            var asked = DateTimeOffset.UtcNow;
            var lead = await supervisor.LeadAsync(leadId);
            found[leadId] = new LeadHistory(lead);
            lock (looking)
                look?.Invoke(lead, asked);
        });
        return found;
    }

    private static async Task<IReadOnlyList<string>> ListIdsAsync(Api supervisor)
    {
        var leads = new List<string>();
        await foreach (var lead in LeadsAsync(supervisor, ""))
            leads.Add(lead.LeadId);
        return leads;
    }

    /// <summary>All leads that a filter of the list finds.</summary>
    private static async IAsyncEnumerable<LeadDto> LeadsAsync(Api supervisor, string filter)
    {
        string? cursor = null;
        do
        {
            var page = await supervisor.GetAsync<LeadPageDto>($"/api/v1/leads?limit=200{filter}{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            foreach (var lead in page.Leads)
                yield return lead;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    /// <summary>Waits until every open lead is put off until later or <paramref name="settled"/> for another reason.</summary>
    public static async Task DrainAsync(Api supervisor, TimeSpan limit, Func<LeadDto, bool> settled)
    {
        var until = DateTimeOffset.UtcNow + limit;
        while (true)
        {
            var board = await supervisor.GetAsync<BoardDto>("/api/v1/board");
            var busy = board.Totals.Waiting + board.Queues.Sum(queue => queue.Offered);
            List<LeadDto> open = busy > 0 ? [] : await LeadsAsync(supervisor, "&open=true").Where(lead => !IsPutOff(lead) && !settled(lead)).ToListAsync();
            if (busy == 0 && open.Count == 0)
                return;
            if (DateTimeOffset.UtcNow > until)
                throw new TimeoutException($"After {limit.TotalSeconds:F0} s {board.Totals.Waiting} leads wait, {busy} wait or ring, and these are not settled: {string.Join(", ", open.Take(10).Select(lead => $"{lead.LeadId} {lead.State} of {lead.Owner}"))}. "
                    + $"Reps: {string.Join(", ", board.Reps.Select(rep => $"{rep.Name} {rep.State} {rep.ActiveLeads}"))}.");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Waits until nobody's desk is open any more: from then on nobody is offered anything.</summary>
    public static async Task RepsGoneAsync(Api supervisor)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); ; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            var connected = (await supervisor.GetAsync<RepDto[]>("/api/v1/reps")).Where(rep => rep.Connected).Select(rep => rep.Name).ToList();
            if (connected.Count == 0)
                return;
            if (DateTimeOffset.UtcNow > until)
                throw new TimeoutException($"The desks are closed, and the server still thinks that these are open: {string.Join(", ", connected)}.");
        }
    }

    private static bool IsPutOff(LeadDto lead) => lead is { State: "callback" or "attempting" } && lead.Deadlines.Any(deadline => deadline.Kind is "callback" or "nextAttempt");
}
