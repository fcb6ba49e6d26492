using System.Diagnostics;
using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Reps;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Tests.Centres;
using Xunit.Abstractions;

namespace LeadRouter.Turns.Tests.Scenarios;

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
        await crowd.EndAsync(Posts);
        output.WriteLine($"{Posts} leads, {centre.Log.Turns} turns with events, {centre.Store.Commits} commits in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        await crowd.StopAsync();

        centre.Log.Violations.ShouldBeEmpty();
        crowd.Accepted.Count.ShouldBe(Posts);
        crowd.Accepted.Values.ShouldAllBe(owners => owners == 1, "a lead was accepted twice");
        crowd.Missed.ShouldBe(0, "an offer expired though its rep answers whatever rings");
        await centre.SettleAsync();
        (await centre.Store.ListIndexesAsync("waiting/", default)).ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_crowd_gets_through_a_store_that_keeps_failing_and_actors_that_keep_leaving(string mode)
    {
        var options = new EngineOptions { MaxActivations = 100, IdleAfter = TimeSpan.FromSeconds(1), RetryAfter = TimeSpan.FromMilliseconds(50) };
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
        await crowd.EndAsync(300);
        centre.Store.BeforeCommit = null;
        await crowd.StopAsync();
        centre.Log.Violations.ShouldBeEmpty();
        crowd.Accepted.Values.ShouldAllBe(owners => owners == 1, "a lead was accepted twice");
        await Eventually.TrueAsync(() =>
        {
            centre.Time.Advance(TimeSpan.FromSeconds(10));
            return centre.Host.Activations.All(kind => kind.Key == ActorKinds.Queue || kind.Value == 0);
        }, "idle actors stay in memory");
    }

    [Theory, Modes]
    public async Task Reps_whom_a_crowded_host_turns_away_come_again(string mode)
    {
        var options = new EngineOptions { TotalCapacity = 100 };
        await using var centre = await Centre.OpenAsync(mode, options);
        var crowd = new Crowd(centre, options);
        await centre.AddRepAsync("rep");
        await centre.AskAsync("rep", new SetRepPresence(Presence.Break, null, null));
        await centre.PostAsync("+972500000001");
        await centre.SettleAsync();

        // A contact that waits for its disk, with a host full of mail behind it; then the lead rings.
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = Centre.Post("+972500000002");
        var contact = new ActorId(ActorKinds.Contact, ContactAddress.Key(held));
        centre.Store.BeforeCommit = write => write.Id == contact ? disk.Task : Task.CompletedTask;
        var post = centre.RegisterAsync(new LeadId(centre.NewId()), held);
        for (var i = 0; i < options.TotalCapacity; i++)
            centre.Host.Tell(contact, new TellContact(new CloseContactLead(new LeadId("another"))));
        centre.Host.Tell(new ActorId(ActorKinds.Rep, "rep"), new TellRep(new SetRepPresence(Presence.Available, null, null)));
        await Eventually.TrueAsync(() => crowd.TurnedAway > 0, "the rep's answer was not turned away");

        disk.SetResult();
        await post;
        await crowd.EndAsync(2);
        await crowd.StopAsync();
        centre.Log.Violations.ShouldBeEmpty();
        crowd.Accepted.Values.ShouldBe([1, 1]);
        crowd.Missed.ShouldBe(0, "an offer expired though its rep answers whatever rings");
    }
}
