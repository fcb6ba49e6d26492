using System.Text.Json;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>
/// A scripted hour: two reps, five people, one of whom posts twice. Every person outside does the next thing that the
/// state asks for and tries again what got no answer, so the script can go on after a crash at any point.
/// </summary>
internal sealed class CallScenario
{
    private static readonly string[] Reps = ["dana", "omer"];
    private readonly List<(string Key, LeadPost Post, LeadId Intake)> _posts;
    private readonly HashSet<OfferId> _declined = [];

    public CallScenario(Centre centre) => _posts =
    [
        .. new[] { "won", "lost", "unanswered", "declined", "withdrawn", "won" }.Select((fate, i) => ($"key-{i}", Centre.Post(Phone(fate)) with { Campaign = fate }, new LeadId(centre.NewId()))),
    ];

    /// <summary>Posts that were answered: these may never be lost.</summary>
    public HashSet<LeadId> Kept { get; } = [];

    /// <summary>Does everything until every lead has ended.</summary>
    public async Task RunAsync(Centre centre)
    {
        foreach (var rep in Reps)
            await ArriveAsync(centre, rep);
        foreach (var (key, post, intake) in _posts.Where(post => !Kept.Contains(post.Intake)))
        {
            var receipt = await centre.ClaimAsync(key, intake, post);
            await centre.RegisterAsync(receipt.Intake, post);
            Kept.Add(receipt.Intake);
        }

        for (var rounds = 0; await NextAsync(centre); rounds++)
            rounds.ShouldBeLessThan(300, "the scenario does not come to its end");
    }

    /// <summary>What must hold when all is over, whatever happened on the way.</summary>
    public async Task CheckAsync(Centre centre)
    {
        await centre.SettleAsync();
        centre.Log.Violations.ShouldBeEmpty();
        (await centre.Store.ReadDueAsync(DateTimeOffset.MaxValue, default)).Where(due => due.Id.Kind != ActorKinds.Receipt).ShouldBeEmpty("nothing has a deadline any more");
        (await centre.Store.ListIndexesAsync("waiting/", default)).ShouldBeEmpty();
        foreach (var rep in Reps)
            (await centre.RepAsync(rep)).Holds.ShouldBeEmpty();
        centre.Carrier.Orders.GroupBy(order => order.Attempt).ShouldAllBe(orders => orders.Count() == 1, "a call is ordered at most once");

        var leads = await LeadsAsync(centre);
        foreach (var (_, post, intake) in _posts)
            leads.ShouldContain(lead => lead.Id == intake || lead.Repeats.Contains(intake), $"the post {intake} ({post.Campaign}) is lost");
        leads.Count(lead => lead.Post.Phone?.Value == Phone("won")).ShouldBeInRange(1, 2);
        foreach (var lead in leads)
            await CheckJournalAsync(centre, lead);
    }

    private static string Phone(string fate) => "+97252000000" + fate.Length;

    private static async Task CheckJournalAsync(Centre centre, Lead lead)
    {
        lead.IsClosed.ShouldBeTrue();
        var events = await centre.Store.ReadEventsAsync(new ActorId(ActorKinds.Lead, lead.Id.Value), default);
        events.Select(happened => happened.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(n => (long)n));
        int Count(string type, string? flag = null) => events.Count(happened => happened.Type == type
            && (flag is null || JsonDocument.Parse(happened.Data).RootElement.GetProperty(flag).GetBoolean()));
        Count("leadReceived").ShouldBe(1);
        Count("leadClosed").ShouldBe(1);
        Count("attemptStarted", "first").ShouldBeLessThanOrEqualTo(1);
        Count("contactMade", "first").ShouldBeLessThanOrEqualTo(1);
        Count("slaWarned").ShouldBeLessThanOrEqualTo(1);
        Count("slaBreached").ShouldBeLessThanOrEqualTo(1);
        Count("offerAccepted").ShouldBeLessThanOrEqualTo(Count("leadOffered"));
    }

    private static async Task ArriveAsync(Centre centre, string rep)
    {
        await centre.AskAsync(rep, new RegisterRep(new RepId(rep), new RepProfile { Name = rep, Queues = ["sales"] }));
        await centre.AskAsync(rep, new ConnectRep($"screen-{centre.NewId()}"));
        await centre.AskAsync(rep, new SetRepPresence(Presence.Available, null, null));
    }

    /// <summary>The leads as they are stored: to ask one would wake it, and hide that a deadline was forgotten.</summary>
    private static async Task<IReadOnlyList<Lead>> LeadsAsync(Centre centre)
    {
        var leads = new List<Lead>();
        foreach (var key in (await centre.Store.ListKeysAsync(ActorKinds.Lead, default)).Order(StringComparer.Ordinal))
            leads.Add(StoredJson.Read<Lead>((await centre.Store.LoadAsync(new ActorId(ActorKinds.Lead, key), default)).ShouldNotBeNull().State));
        return leads;
    }

    /// <summary>Everybody does one thing, or time passes; false when all leads have ended.</summary>
    private async Task<bool> NextAsync(Centre centre)
    {
        await centre.SettleAsync();
        foreach (var rep in Reps)
        {
            if ((await centre.RepAsync(rep)).Presence != Presence.Available)
                await centre.AskAsync(rep, new SetRepPresence(Presence.Available, null, null));
        }

        var leads = await LeadsAsync(centre);
        var acted = false;
        foreach (var lead in leads)
            acted |= await ActAsync(centre, lead);
        if (acted)
            return true;
        if (leads.All(lead => lead.IsClosed))
            return false;
        var due = (await centre.Store.ReadDueAsync(DateTimeOffset.MaxValue, default)).Where(due => due.Id.Kind != ActorKinds.Receipt).Min(due => (DateTimeOffset?)due.At);
        var next = leads.Any(lead => lead.Status == LeadStatus.Waiting) || due is null ? TimeSpan.FromSeconds(1) : due.Value - centre.Time.GetUtcNow();
        centre.Time.Advance(next);
        return true;
    }

    private async Task<bool> ActAsync(Centre centre, Lead lead)
    {
        var fate = lead.Post.Campaign;
        if (lead.IsClosed)
            return false;
        if (fate == "withdrawn" && lead.Status is LeadStatus.Waiting or LeadStatus.Offered)
            return await DoneAsync(centre.AskAsync(lead.Id, new WithdrawLead("boss", "a test")));
        if (lead.Offer is { } offer)
        {
            return fate == "declined" && _declined.Count < 2 && _declined.Add(offer.Id)
                ? await DoneAsync(centre.AskAsync(lead.Id, new DeclineOffer(offer.Id, offer.Rep, "busy")))
                : await DoneAsync(centre.AcceptAsync(lead.Id));
        }

        if (lead.Status == LeadStatus.Owned)
            return await DoneAsync(centre.CallAsync(lead.Id));
        if (lead.LiveAttempt is { Ordered: true } attempt && centre.Carrier.Orders.Any(order => order.Attempt == attempt.Id))
        {
            await (fate == "unanswered"
                ? centre.ReportAsync(lead.Id, CallStatus.Initiated, CallStatus.Ringing, CallStatus.NoAnswer)
                : centre.ReportAsync(lead.Id, CallStatus.Ringing, CallStatus.Initiated, CallStatus.Answered, CallStatus.Completed));
            return true;
        }

        return lead.Status == LeadStatus.Reached && await DoneAsync(fate == "lost" ? centre.CompleteAsync(lead.Id, "notInterested") : centre.CompleteAsync(lead.Id, "won", 100));
    }

    private static async Task<bool> DoneAsync(Task<LeadReply> asking) => (await asking).Refusal is null;
}
