namespace LeadRouter.Simulation.Controlled;

/// <summary>A stretch of time in which a rep is at the desk.</summary>
internal readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>Reps who come and go by the clock. Who goes in the middle of a lead finishes it first: no other rings.</summary>
internal sealed class ScriptedReps(Agenda agenda, Server server, ControlledWorld world)
{
    public void Add(RepId rep, RepProfile profile, IEnumerable<Stretch> there)
    {
        agenda.After(TimeSpan.Zero, () => world.Watch(server.ConnectAsync(rep, profile, $"{rep.Value}-screen")));
        foreach (var stretch in there)
        {
            agenda.At(stretch.From, () => Set(rep, Presence.Available));
            agenda.At(stretch.To, () => Set(rep, Presence.Break));
        }
    }

    private void Set(RepId rep, Presence presence) => world.Watch(SetAsync(rep, presence));

    private async Task SetAsync(RepId rep, Presence presence)
    {
        var reply = await server.RepAsync(rep, new SetRepPresence(presence, null, null));
        if (reply.Refusal is { } refusal)
            world.Fail($"{rep.Value} could not be {presence}: {refusal.Text}");
    }
}
