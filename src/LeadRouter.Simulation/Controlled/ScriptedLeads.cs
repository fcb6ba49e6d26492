using System.Globalization;

namespace LeadRouter.Simulation.Controlled;

/// <summary>
/// Leads that come, wait, give up or are served by the clock. A rep accepts whatever rings the moment it rings, dials at once,
/// is answered at once, and says what came of it when the handling time is over.
/// </summary>
internal sealed class ScriptedLeads(Agenda agenda, Server server, PromptCarrier carrier, IIdSource ids, ScriptedReps reps, ControlledWorld world)
{
    private const string Done = "notInterested";
    private readonly Dictionary<LeadId, ScriptedLead> _known = [];
    private readonly HashSet<ScriptedLead> _waiting = [];
    private int _people;

    public ScriptedLead Add(LeadScript script)
    {
        var lead = new ScriptedLead(script);
        agenda.At(script.At, () => world.Watch(PostAsync(lead)));
        return lead;
    }

    /// <summary>Something was pushed to a screen.</summary>
    public void Show(RepPush push)
    {
        if (push is not RepPush.OfferMade { Lead: { Offer: { } offer } rings } || !_known.TryGetValue(rings.Id, out var lead) || lead.IsGivingUp || !reps.PickUp(offer.Rep))
            return;
        lead.IsBeingAccepted = true;
        _waiting.Remove(lead);
        world.Watch(ServeAsync(lead, offer));
    }

    /// <summary>A lead waits that a rep with this profile could have.</summary>
    public bool WaitFor(RepProfile profile) => _waiting.Any(lead => profile.Queues.Contains(lead.Script.Queue)
        && (lead.Script.Language is not { } language || profile.Languages.Count == 0 || profile.Languages.Contains(language)));

    private async Task PostAsync(ScriptedLead lead)
    {
        lead.Id = new LeadId(ids.NewId(agenda.Now));
        _known.Add(lead.Id, lead);
        // Every lead is a person of his or her own: one who posts again would be added to the open lead.
        var post = new LeadPost
        {
            Phone = Phone.Of("+97250" + (++_people).ToString("0000000", CultureInfo.InvariantCulture)),
            Source = "script",
            Queue = lead.Script.Queue,
            Score = lead.Script.Score,
            Language = lead.Script.Language,
        };
        await server.PostAsync(null, lead.Id, post);
        lead.AnsweredAt = agenda.Now;
        if (!lead.IsBeingAccepted)
            _waiting.Add(lead);
        if (lead.Script.Patience is { } patience)
            agenda.After(patience, () => GiveUp(lead));
    }

    private void GiveUp(ScriptedLead lead)
    {
        if (lead.IsBeingAccepted)
            return;
        lead.IsGivingUp = true;
        _waiting.Remove(lead);
        world.Watch(WithdrawAsync(lead));
    }

    private async Task WithdrawAsync(ScriptedLead lead)
    {
        Check(lead, await server.LeadAsync(lead.Id, new WithdrawLead("script", "gave up")));
        lead.GaveUpAt = agenda.Now;
        _known.Remove(lead.Id);
    }

    private async Task ServeAsync(ScriptedLead lead, Lease offer)
    {
        var rep = offer.Rep;
        Check(lead, await server.LeadAsync(lead.Id, new AcceptOffer(offer.Id, rep)));
        (lead.AcceptedAt, lead.Rep) = (agenda.Now, rep);
        Check(lead, await server.CallAsync(rep, lead.Id));
        var call = await carrier.TalkingAsync(lead.Id);
        await UntilAsync(lead.AcceptedAt.Value + lead.Script.Handling);
        await carrier.HangUpAsync(call);
        await reps.FinishAsync(rep);
        Check(lead, await server.LeadAsync(lead.Id, new CompleteLead(rep, Done, null, null, null)));
        lead.ClosedAt = agenda.Now;
        _known.Remove(lead.Id);
    }

    private Task UntilAsync(DateTimeOffset at)
    {
        var done = new TaskCompletionSource();
        agenda.At(at, done.SetResult);
        return done.Task;
    }

    private void Check(ScriptedLead lead, LeadReply reply)
    {
        if (reply.Refusal is { } refusal)
            world.Fail($"{lead.Id.Value} was refused: {refusal.Code}, {refusal.Text}");
    }
}
