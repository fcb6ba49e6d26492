namespace LeadRouter.Simulation.Hosting;

/// <summary>
/// How long a message waits until its actor runs: which of the actors that could run goes first. By chance, or as an adversary would
/// have it: each actor has a rank that it keeps, so that some are always late and others always early, and now and then one falls to
/// the last place (after S. Burckhardt and others, A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, 2010).
/// </summary>
internal sealed class Schedule(Draw draw, bool isAdverse)
{
    private const double MostSeconds = 0.001;
    private const double LowestSeconds = 0.04;
    private const double LastSeconds = 0.1;

    /// <summary>Of so many messages one makes its actor the last one.</summary>
    private const double FallsEvery = 400;
    private const int MostRanks = 10_000;
    private readonly Dictionary<ActorId, TimeSpan> _ranks = [];

    /// <summary>The pause before an actor takes its next message.</summary>
    public TimeSpan Pause(ActorId actor)
    {
        if (!isAdverse)
            return draw.Seconds(0, MostSeconds);
        if (_ranks.Count > MostRanks)
            _ranks.Clear();
        if (draw.Chance(1 / FallsEvery))
            return _ranks[actor] = TimeSpan.FromSeconds(LastSeconds);
        if (!_ranks.TryGetValue(actor, out var rank))
            _ranks.Add(actor, rank = draw.Seconds(0, LowestSeconds));
        return rank;
    }
}
