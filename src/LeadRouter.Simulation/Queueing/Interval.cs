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
        var (mean, variance) = MeanAndVariance(replications);
        return new Interval(mean, StudentT.TwoSided(replications.Count - 1, confidence) * Math.Sqrt(variance));
    }

    /// <summary>
    /// Of what <paramref name="measured"/> is the mean of, sharpened by a control: on the same draws the control came to
    /// <paramref name="controls"/>, and on <paramref name="more"/> draws, independent of those and cheap, to those. The two errors
    /// are independent, and the degrees of freedom are those of the fewer replications: rather too wide than too narrow.
    /// </summary>
    internal static Interval Controlled(IReadOnlyList<double> measured, IReadOnlyList<double> controls, IReadOnlyList<double> more, double confidence)
    {
        var (difference, variance) = MeanAndVariance([.. measured.Zip(controls, (value, control) => value - control)]);
        var (control, controlVariance) = MeanAndVariance(more);
        return new Interval(difference + control, StudentT.TwoSided(measured.Count - 1, confidence) * Math.Sqrt(variance + controlVariance));
    }

    /// <summary>The mean, and the variance of that mean.</summary>
    private static (double Mean, double Variance) MeanAndVariance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
    }
}
