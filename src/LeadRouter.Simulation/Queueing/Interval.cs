using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace LeadRouter.Simulation.Queueing;

/// <summary>A confidence interval.</summary>
/// <param name="Mean">Its middle.</param>
/// <param name="HalfWidth">How far it reaches to either side.</param>
internal readonly record struct Interval(double Mean, double HalfWidth)
{
    public bool Contains(double value) => Math.Abs(value - Mean) <= HalfWidth;

    /// <summary>Of the mean of independent replications; the replications' means are taken to be normal, which Student's t asks for.</summary>
    internal static Interval Of(IReadOnlyList<double> replications, double confidence)
    {
        var (mean, variance) = replications.MeanVariance();
        return new Interval(mean, TwoSided(replications.Count - 1, confidence) * Math.Sqrt(variance / replications.Count));
    }

    /// <summary>
    /// Of what <paramref name="measured"/> is the mean of, sharpened by a control: on the same draws the control came to
    /// <paramref name="controls"/>, and on <paramref name="more"/> draws, independent of those and cheap, to those. The two errors
    /// are independent, and the degrees of freedom are those of the fewer replications: rather too wide than too narrow.
    /// </summary>
    internal static Interval Controlled(IReadOnlyList<double> measured, IReadOnlyList<double> controls, IReadOnlyList<double> more, double confidence)
    {
        var (difference, variance) = measured.Zip(controls, (value, control) => value - control).MeanVariance();
        var (control, controlVariance) = more.MeanVariance();
        return new Interval(difference + control, TwoSided(measured.Count - 1, confidence) * Math.Sqrt(variance / measured.Count + controlVariance / more.Count));
    }

    /// <summary>The t that a share of <paramref name="confidence"/> lies within, both sides together.</summary>
    internal static double TwoSided(int degrees, double confidence) => StudentT.InvCDF(location: 0, scale: 1, degrees, (1 + confidence) / 2);
}
