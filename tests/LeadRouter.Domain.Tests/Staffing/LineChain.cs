using LeadRouter.Domain.Staffing;

namespace LeadRouter.Domain.Tests.Staffing;

/// <summary>
/// Erlang A the long way: the balance equations of a line that is cut off far out, solved by elimination without a formula, and
/// one lead followed through the states of the line ahead of it, by uniformization (A. Jensen 1953).
/// </summary>
internal sealed class LineChain
{
    private const int LongestLine = 400;
    private readonly double[] _states;
    private readonly int _reps;
    private readonly double _places;
    private readonly double _patience;
    private readonly double _arrivals;

    public LineChain(StaffingLoad load, double patienceSeconds)
    {
        (_reps, _arrivals, _places, _patience) = (load.Reps, load.LeadsPerHour / 3600, load.Reps / load.HandlingSeconds, 1 / patienceSeconds);
        _states = Balance(_reps + LongestLine, load.HandlingSeconds);
    }

    public double WaitShare => Enumerable.Range(_reps, LongestLine).Sum(state => _states[state]);

    public double GivenUpShare => Enumerable.Range(0, LongestLine).Sum(line => _states[_reps + line] * line * _patience) / _arrivals;

    /// <summary>By Little's law.</summary>
    public double MeanWaitSeconds => Enumerable.Range(0, LongestLine).Sum(line => _states[_reps + line] * line) / _arrivals;

    public double ServiceLevel(double withinSeconds) =>
        Enumerable.Range(0, _reps).Sum(state => _states[state]) + Enumerable.Range(0, LongestLine).Zip(AcceptedWithin(withinSeconds), (line, share) => _states[_reps + line] * share).Sum();

    /// <summary>Probabilities of "so many leads": each state's flow up equals the flow back down.</summary>
    private double[] Balance(int most, double handlingSeconds)
    {
        var weights = new double[most + 1];
        weights[0] = 1;
        for (var state = 0; state < most; state++)
        {
            var down = Math.Min(state + 1, _reps) / handlingSeconds + Math.Max(0, state + 1 - _reps) * _patience;
            weights[state + 1] = weights[state] * _arrivals / down;
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>For a lead with so many ahead of it: the probability that it is accepted in time.</summary>
    private double[] AcceptedWithin(double seconds)
    {
        // One jump of the uniformized chain: one ahead less, given up, or nothing; after the last one ahead it is accepted.
        var rate = _places + LongestLine * _patience;
        var accepted = new double[LongestLine];
        var within = new double[LongestLine];
        var jumps = rate * seconds;
        var poisson = Math.Exp(-jumps);
        for (var n = 0; n < jumps + 12 * Math.Sqrt(jumps) + 40; n++)
        {
            for (var ahead = 0; ahead < LongestLine; ahead++)
                within[ahead] += poisson * accepted[ahead];
            poisson *= jumps / (n + 1);
            for (var ahead = LongestLine - 1; ahead >= 0; ahead--)
            {
                var next = (_places + ahead * _patience) / rate;
                accepted[ahead] = next * (ahead == 0 ? 1 : accepted[ahead - 1]) + (1 - next - _patience / rate) * accepted[ahead];
            }
        }

        return within;
    }
}
