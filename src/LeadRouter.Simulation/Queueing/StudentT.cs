namespace LeadRouter.Simulation.Queueing;

/// <summary>Student's t distribution: how far the mean of a few replications may lie from the truth.</summary>
internal static class StudentT
{
    private const int MostTerms = 10_000;
    private const double Tiny = 1e-300;

    /// <summary>The t that a share of <paramref name="confidence"/> lies within, both sides together.</summary>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    public static double TwoSided(int degrees, double confidence)
    {
        double low = 0, high = 1;
        while (Outside(high, degrees) > 1 - confidence)
            high *= 2;
        for (var halving = 0; halving < 100; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Outside(middle, degrees) > 1 - confidence ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The share beyond t on both sides: the incomplete beta function I_x(degrees/2, 1/2) at x = degrees / (degrees + t^2).</summary>
    public static double Outside(double t, int degrees)
    {
        double a = degrees / 2.0, x = degrees / (degrees + t * t);
        // The continued fraction converges fast on one side of its middle only; the other side is the complement.
        return x < (a + 1) / (a + 2.5) ? Beta(a, 0.5, x) : 1 - Beta(0.5, a, 1 - x);
    }

    /// <summary>I_x(a, b) by its continued fraction (W. J. Lentz's method; Numerical Recipes, 6.4), where one of a and b is 1/2.</summary>
    private static double Beta(double a, double b, double x)
    {
        if (x <= 0)
            return 0;
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), fraction = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            d = 1 / NotZero(1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) * d);
            c = NotZero(1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) / c);
            fraction *= d * c;
            d = 1 / NotZero(1 - (a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) * d);
            c = NotZero(1 - (a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) / c);
            fraction *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15)
                break;
        }

        return Math.Pow(x, a) * Math.Pow(1 - x, b) * fraction / (a * BetaOfHalf(Math.Max(a, b)));
    }

    /// <summary>B(a, 1/2) for a whole or half a: B(1/2, 1/2) = pi, B(1, 1/2) = 2, B(a + 1, 1/2) = B(a, 1/2) a / (a + 1/2).</summary>
    private static double BetaOfHalf(double a)
    {
        var isWhole = a == Math.Floor(a);
        var beta = isWhole ? 2 : Math.PI;
        for (var k = isWhole ? 1 : 0.5; k < a; k++)
            beta *= k / (k + 0.5);
        return beta;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
