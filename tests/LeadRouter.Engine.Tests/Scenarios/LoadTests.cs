using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Engine.Ports;
using LeadRouter.Engine.Tests.Centres;
using LeadRouter.Hosting.Embedded;
using LeadRouter.TestSupport;
using Xunit.Abstractions;

namespace LeadRouter.Engine.Tests.Scenarios;

/// <summary>Many at once: 2000 posts meet 50 reps who take whatever rings and say at once what came of it.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Posts = 2000;
    private const int Reps = 50;

    [Theory, Modes]
    public async Task Every_one_of_many_posts_ends_with_one_owner(string mode)
    {
        var started = Stopwatch.GetTimestamp();
        await using var centre = await Centre.OpenAsync(mode);
        var crowd = new Crowd(centre);
        for (var i = 0; i < Reps; i++)
            await centre.AddRepAsync($"rep-{i:D2}", 1 + i % 3);
        await Task.WhenAll(Enumerable.Range(0, Posts).Select(i => centre.PostAsync($"+97250{i:D7}")));
        await EndAsync(centre, crowd);
        output.WriteLine($"{Posts} leads, {centre.Log.Turns} turns with events, {centre.Store.Commits} commits in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        await crowd.StopAsync();

        centre.Log.Violations.ShouldBeEmpty();
        crowd.Accepted.Count.ShouldBe(Posts);
        crowd.Accepted.Values.ShouldAllBe(owners => owners == 1, "a lead was accepted twice");
        await centre.SettleAsync();
        (await centre.Store.ListIndexesAsync("waiting/", default)).ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_crowd_gets_through_a_store_that_keeps_failing_and_actors_that_keep_leaving(string mode)
    {
        var options = new EmbeddedHostOptions { MaxActivations = 100, IdleAfter = TimeSpan.FromSeconds(1), RetryAfter = TimeSpan.FromMilliseconds(50) };
        await using var centre = await Centre.OpenAsync(mode, options);
        var crowd = new Crowd(centre);
        for (var i = 0; i < 10; i++)
            await centre.AddRepAsync($"rep-{i:D2}");
        var commits = 0;
        centre.Store.BeforeCommit = _ => Interlocked.Increment(ref commits) % 97 < 5 ? throw new StoreUnavailableException("a bad moment") : Task.CompletedTask;
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var intake = new LeadId(centre.NewId());
            while (true)
            {
                try
                {
                    await centre.RegisterAsync(intake, Centre.Post($"+97250{i:D7}"));
                    return;
                }
                catch (StoreUnavailableException)
                {
                    // As a client does with a 503; the clock that the crowd below moves lets the host try again.
                }
            }
        }));
        await EndAsync(centre, crowd, 300);
        centre.Store.BeforeCommit = null;
        await crowd.StopAsync();
        centre.Log.Violations.ShouldBeEmpty();
        crowd.Accepted.Values.ShouldAllBe(owners => owners == 1, "a lead was accepted twice");
        centre.Host.Activations.Values.Sum().ShouldBeLessThan(1000, "idle actors stay in memory");
    }

    /// <summary>Lets time pass until the crowd has closed everything; the reps act on their own.</summary>
    private static async Task EndAsync(Centre centre, Crowd crowd, int leads = Posts) => await Eventually.TrueAsync(() =>
    {
        centre.Time.Advance(TimeSpan.FromMilliseconds(20));
        return crowd.Closed.Count == leads;
    }, "not every lead is closed");

    /// <summary>Reps who accept and close what rings, seen through the observer as a hub would.</summary>
    private sealed class Crowd
    {
        private readonly Channel<Lead> _rings = Channel.CreateUnbounded<Lead>();
        private readonly Centre _centre;
        private readonly Task[] _reps;

        public Crowd(Centre centre)
        {
            _centre = centre;
            centre.Log.OnTurn = See;
            _reps = [.. Enumerable.Range(0, 16).Select(_ => WorkAsync())];
        }

        public ConcurrentDictionary<LeadId, int> Accepted { get; } = new();

        public ConcurrentDictionary<LeadId, LeadStatus> Closed { get; } = new();

        public Task StopAsync()
        {
            _rings.Writer.Complete();
            return Task.WhenAll(_reps);
        }

        private void See(CommittedTurn turn)
        {
            if (turn.After is not Lead lead)
                return;
            if (turn.Events.Any(happening => happening.Data is OfferAccepted))
                Accepted.AddOrUpdate(lead.Id, 1, (_, owners) => owners + 1);
            if (lead.IsClosed)
                Closed[lead.Id] = lead.Status;
            else if (lead.Offer is not null || lead.Status == LeadStatus.Owned)
                _rings.Writer.TryWrite(lead);
        }

        private async Task WorkAsync()
        {
            await foreach (var lead in _rings.Reader.ReadAllAsync())
            {
                LeadCommand command = lead.Offer is { } offer
                    ? new AcceptOffer(offer.Id, offer.Rep)
                    : new CompleteLead(lead.Owner!.Value, "won", null, new Money(1, "ILS"), null);
                try
                {
                    await _centre.AskAsync(lead.Id, command);
                }
                catch (StoreUnavailableException)
                {
                    _rings.Writer.TryWrite(lead);
                }
            }
        }
    }
}
