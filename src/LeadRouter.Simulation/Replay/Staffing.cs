namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Who was at work when and for what, as far as the records tell: nothing but whom an agent served is in them. An agent is there from
/// the first call of a working day to the last, but for the time after each call until ready for the next: a short one belongs
/// to the call, whoever serves it in the replay, a longer one is an absence.
/// </summary>
internal sealed class Staffing
{
    /// <summary>Up to here it is what a call entails: notes, a breath, the phone that rings.</summary>
    private static readonly TimeSpan LongestTurnaround = TimeSpan.FromSeconds(60);

    private readonly List<StaffedAgent> _agents = [];
    private readonly Dictionary<RecordedCall, TimeSpan> _turnarounds = new(ReferenceEqualityComparer.Instance);
    private readonly List<TimeSpan> _fittedTurnarounds = [];
    private readonly Draw _draw;

    /// <param name="calls">All calls that an agent took or somebody waited with; those that agents placed too.</param>
    public Staffing(IReadOnlyList<RecordedCall> calls, Draw draw)
    {
        _draw = draw;
        var agents = AgentCalls.Of(calls);
        Line = new RecordedLine(calls);
        Types = Membership.Of(agents);
        var duties = agents.Select(agent => Duties.Of(agent, Types[agent.Agent], Line)).ToList();
        var pauses = agents.Zip(duties, (agent, duty) => Pause.Of(agent, duty, Line).ToList()).ToList();
        var fitted = pauses.SelectMany(own => own).Where(pause => !pause.IsNight && FitDays.Has(pause.Before)).ToList();
        var ready = new ReadyTime(fitted.Select(pause => (pause.ReadyAfter, pause.Seconds)));
        for (var i = 0; i < agents.Count; i++)
            _agents.Add(new StaffedAgent(agents[i], duties[i], [.. pauses[i].SelectMany(pause => Away(pause, ready)), .. Placed(agents[i])]));
    }

    public RecordedLine Line { get; }

    /// <summary>The types of each agent.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Types { get; }

    public int Agents => _agents.Count;

    /// <summary>At work, absences taken off.</summary>
    public double Hours => _agents.Sum(agent => agent.Hours);

    /// <param name="longestMadeUp">An absence that begins late is made up to its full length unless it is longer than this: then it is one by the clock.</param>
    public IReadOnlyList<RepScript> Reps(TimeSpan longestMadeUp) => [.. _agents.Select(agent => agent.Script(longestMadeUp))];

    /// <summary>What follows on a call: its own when that is known and was short, else that of any.</summary>
    public TimeSpan TurnaroundOf(RecordedCall call) =>
        _turnarounds.TryGetValue(call, out var own) ? own : _fittedTurnarounds.Count > 0 ? _draw.OneOf(_fittedTurnarounds) : TimeSpan.Zero;

    private IEnumerable<PlannedAbsence> Away(Pause pause, ReadyTime ready)
    {
        var from = pause.Before.ServiceEnds!.Value;
        var away = TimeSpan.FromSeconds(pause.IsExact || pause.IsNight ? pause.Seconds : ready.Between(pause.NotReadySeconds, pause.Seconds, _draw));
        if (away > LongestTurnaround)
            return [new PlannedAbsence(from, away, pause.BeganInCalm)];
        _turnarounds[pause.Before] = away;
        if (FitDays.Has(pause.Before))
            _fittedTurnarounds.Add(away);
        return [];
    }

    /// <summary>While agents call back by themselves, they are away for all others.</summary>
    private IEnumerable<PlannedAbsence> Placed(AgentCalls agent) => agent.Calls.Where(call => call.IsPlaced)
        .Select(call => new PlannedAbsence(call.ServedAt!.Value, TimeSpan.FromSeconds(call.ServiceSeconds) + _turnarounds.GetValueOrDefault(call), MayWait: false));
}
