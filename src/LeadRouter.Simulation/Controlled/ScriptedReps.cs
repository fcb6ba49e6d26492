namespace LeadRouter.Simulation.Controlled;

/// <summary>Reps who come and go by the clock. Who goes in the middle of a lead finishes it first: no other rings.</summary>
/// <param name="isWaitedFor">Whether a lead waits that a rep with this profile could have.</param>
internal sealed class ScriptedReps(Agenda agenda, Server server, Func<RepProfile, bool> isWaitedFor, ControlledWorld world)
{
    private readonly Dictionary<RepId, ScriptedRep> _reps = [];

    public void Add(RepScript script)
    {
        var rep = new ScriptedRep(script);
        _reps.Add(rep.Id, rep);
        agenda.After(TimeSpan.Zero, () => world.Watch(server.ConnectAsync(rep.Id, script.Profile, $"{rep.Id.Value}-screen")));
        foreach (var stretch in script.There)
        {
            agenda.At(stretch.From, () => Enter(rep));
            agenda.At(stretch.To, () => Go(rep));
        }

        foreach (var absence in script.Absences)
            agenda.At(absence.From, () => Owe(rep, absence));
        foreach (var change in script.Changes)
            agenda.At(change.At, () => Change(rep, change.Profile));
    }

    /// <summary>A lead rings. Who has just gone does not pick it up: the engine takes the ring back.</summary>
    public bool PickUp(RepId id)
    {
        var rep = _reps[id];
        rep.IsBusy |= rep.IsThere(agenda.Now);
        return rep.IsBusy;
    }

    /// <summary>The rep is about to say the last word on a lead. Who goes now goes before it: afterwards the next lead would ring.</summary>
    public async Task FinishAsync(RepId id)
    {
        var rep = _reps[id];
        rep.IsBusy = false;
        if (rep.Leave(agenda.Now, isWaitedFor(rep.Profile)))
            await BeAwayAsync(rep);
    }

    private void Enter(ScriptedRep rep)
    {
        rep.IsInStretch = true;
        if (rep.IsThere(agenda.Now))
            Set(rep, Presence.Available);
    }

    private void Go(ScriptedRep rep)
    {
        rep.IsInStretch = false;
        Set(rep, Presence.Break);
    }

    private void Owe(ScriptedRep rep, Absence absence)
    {
        rep.Owe(absence);
        // Who sits there without a lead has nobody to wait for.
        if (!rep.IsBusy && rep.IsThere(agenda.Now) && rep.Leave(agenda.Now, isWaitedFor: false))
            world.Watch(BeAwayAsync(rep));
    }

    private Task BeAwayAsync(ScriptedRep rep)
    {
        agenda.At(rep.AwayUntil, () => Return(rep));
        return SetAsync(rep.Id, Presence.Break);
    }

    private void Return(ScriptedRep rep)
    {
        if (!rep.IsThere(agenda.Now))
            return;
        if (rep.Leave(agenda.Now, isWaitedFor(rep.Profile)))
            agenda.At(rep.AwayUntil, () => Return(rep));
        else
            Set(rep, Presence.Available);
    }

    private void Change(ScriptedRep rep, RepProfile profile)
    {
        rep.Profile = profile;
        world.Watch(AskAsync(rep.Id, new ChangeRepProfile(profile), "have another profile"));
    }

    private void Set(ScriptedRep rep, Presence presence) => world.Watch(SetAsync(rep.Id, presence));

    private Task SetAsync(RepId rep, Presence presence) => AskAsync(rep, new SetRepPresence(presence, null, null), $"be {presence}");

    private async Task AskAsync(RepId rep, RepCommand command, string what)
    {
        var reply = await server.RepAsync(rep, command);
        if (reply.Refusal is { } refusal)
            world.Fail($"{rep.Value} could not {what}: {refusal.Text}");
    }
}
