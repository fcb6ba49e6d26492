namespace LeadRouter.Simulation.Replay;

/// <summary>An agent of the records as a rep.</summary>
internal sealed record StaffedRep(RepId Id, RepProfile Profile, IReadOnlyList<Stretch> There);

/// <summary>
/// Who was at work when, as far as the records tell: nothing but whom an agent served is in them. Between two calls an agent was
/// there, unless the pause was longer than <see cref="LongestPause"/>, or callers waited during it whom he or she did not take.
/// </summary>
internal sealed class Staffing
{
    /// <summary>A longer pause without a call says nothing about whether anybody sat there: it is taken to be a break.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Callers who waited for so long in a pause, all together, would have been taken by an agent who was there.</summary>
    private const int IgnoredSeconds = 20;

    /// <summary>Fewer calls of a kind in the month are a favour and not a duty.</summary>
    private const int LeastCalls = 5;
    private const string Hebrew = "he";
    private const double WaitingAllAlong = 0.9;

    private Staffing(IReadOnlyList<StaffedRep> reps, TimeSpan turnaround) => (Reps, Turnaround) = (reps, turnaround);

    public IReadOnlyList<StaffedRep> Reps { get; }

    /// <summary>From the end of a call to the next one while callers wait: what an agent needs between two calls, on average.</summary>
    public TimeSpan Turnaround { get; }

    public double Hours => Reps.Sum(rep => rep.There.Sum(stretch => (stretch.To - stretch.From).TotalHours));

    public static Staffing Of(IReadOnlyList<RecordedCall> calls)
    {
        var waiting = ReplayQueues.All.ToDictionary(queue => queue, queue => new WaitingTime(calls.Where(call => call.WantedAgent && ReplayQueues.Of(call) == queue)));
        var reps = new List<StaffedRep>();
        var turnarounds = new List<TimeSpan>();
        foreach (var served in calls.Where(call => call is { Outcome: CallOutcome.Served, Agent: not null, ServedAt: not null, ServiceSeconds: > 0 }).GroupBy(call => call.Agent!).OrderBy(agent => agent.Key, StringComparer.Ordinal))
        {
            var profile = Profile(served.Key, [.. served]);
            TimeSpan WaitedFor(Stretch pause) => profile.Queues.Max(queue => waiting[queue].Within(pause));
            var services = served.Select(call => new Stretch(Instant(call.ServedAt!.Value), Instant(call.ServedAt.Value.AddSeconds(call.ServiceSeconds)))).OrderBy(service => service.From).ToList();
            reps.Add(new StaffedRep(new RepId(served.Key), profile, Join(services, WaitedFor, turnarounds)));
        }

        return new Staffing(reps, TimeSpan.FromSeconds(turnarounds.Select(turnaround => turnaround.TotalSeconds).DefaultIfEmpty(0).Average()));
    }

    /// <summary>The wall clock is run as if it were UTC: hours stay what the records say.</summary>
    public static DateTimeOffset Instant(DateTime clock) => new(clock, TimeSpan.Zero);

    /// <summary>A queue is an agent's when he or she served it, and English as well.</summary>
    private static RepProfile Profile(string agent, List<RecordedCall> served) => new()
    {
        Name = agent,
        Queues = [.. ReplayQueues.All.Where(queue => queue == ReplayQueues.Regular || served.Count(call => ReplayQueues.Of(call) == queue) >= LeastCalls)],
        Languages = served.Count(call => ReplayQueues.Language(call) is not null) >= LeastCalls ? [Hebrew, ReplayQueues.English] : [Hebrew],
    };

    private static List<Stretch> Join(List<Stretch> services, Func<Stretch, TimeSpan> waitedFor, List<TimeSpan> turnarounds)
    {
        var there = new List<Stretch> { services[0] };
        foreach (var service in services.Skip(1))
        {
            var last = there[^1];
            var pause = new Stretch(last.To, service.From);
            var length = pause.To - pause.From;
            var waited = length > TimeSpan.Zero ? waitedFor(pause) : TimeSpan.Zero;
            if (length > LongestPause || waited.TotalSeconds > IgnoredSeconds)
            {
                there.Add(service);
                continue;
            }

            there[^1] = last with { To = service.To > last.To ? service.To : last.To };
            if (length > TimeSpan.Zero && waited >= length * WaitingAllAlong)
                turnarounds.Add(length);
        }

        return there;
    }
}
