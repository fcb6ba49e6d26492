namespace LeadRouter.Simulation.World;

/// <summary>
/// What the administrator knows of the reps and the desk. What was answered is in force; from the wish for a change until
/// a minute without trouble after its answer it is open which of the two is followed: what began before goes on.
/// </summary>
internal sealed class Roster(Agenda agenda, ServerClock clock, Machine machine, DeskDocument desk)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private readonly Dictionary<RepId, RepProfile> _profiles = [];
    private readonly Dictionary<RepId, int> _open = [];

    /// <summary>The desk was changed, or a change is under way.</summary>
    private int _deskOpen;

    public IReadOnlyDictionary<RepId, RepProfile> Profiles => _profiles;

    /// <summary>When the desk was last changed, in the time of the world.</summary>
    public DateTimeOffset DeskChangedAt { get; private set; }

    /// <summary>From then on by the server's clock every queue ages all its leads by the desk in force: it looks at its indexes once a minute.</summary>
    public DateTimeOffset AgesAlikeFrom { get; private set; }

    public bool IsDeskSettled => _deskOpen == 0;

    public bool IsSettled(RepId rep) => _open.GetValueOrDefault(rep) == 0;

    public void Begin(RepId rep, RepProfile profile) => _profiles[rep] = profile;

    /// <summary>A change of a rep is asked for.</summary>
    public void Ask(RepId rep) => _open[rep] = _open.GetValueOrDefault(rep) + 1;

    /// <summary>The change was answered with ok.</summary>
    public void Changed(RepId rep, RepProfile profile)
    {
        _profiles[rep] = profile;
        WhenCalm(() => _open[rep]--);
    }

    public void AskDesk() => _deskOpen++;

    /// <summary>The change of the desk was answered, with ok or without.</summary>
    public void DeskChanged()
    {
        DeskChangedAt = agenda.Now;
        AgesAlikeFrom = clock.Highest + QueueActor.RebuildEvery + QueueActor.RebuildEvery / 2;
        WhenCalm(() => _deskOpen--);
    }

    public bool HasQueue(string queue) => desk.Current.Desk.Queues.Any(rules => rules.Id == queue);

    /// <summary>Whether the rep is a member of the lead's queue, is active, speaks its language and has the skills.</summary>
    public bool MayTake(RepId rep, string queue, string? language)
    {
        var profile = _profiles[rep];
        return profile.Active && profile.Queues.Contains(queue) && Speaks(rep, language) && HasSkills(rep, queue);
    }

    public bool Speaks(RepId rep, string? language)
    {
        var languages = _profiles[rep].Languages;
        return language is null || languages.Count == 0 || languages.Any(spoken => language == spoken || language.StartsWith(spoken + "-", StringComparison.Ordinal));
    }

    public bool HasSkills(RepId rep, string queue) =>
        desk.Current.Desk.RulesFor(queue).Skills.All(skill => _profiles[rep].Skills.TryGetValue(skill.Key, out var level) && level >= skill.Value);

    /// <summary>What a disposition does to a lead; no drawn desk changes it.</summary>
    public DispositionOutcome? OutcomeOf(string disposition) => desk.Current.Desk.Dispositions.FirstOrDefault(known => known.Id == disposition)?.Outcome;

    private void WhenCalm(Action settled) => agenda.After(Grace, () =>
    {
        if (machine.FineSince is { } fine && fine <= agenda.Now - Grace)
            settled();
        else
            WhenCalm(settled);
    });
}
