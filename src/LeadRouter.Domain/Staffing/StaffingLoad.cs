namespace LeadRouter.Domain.Staffing;

/// <summary>What comes to a queue and how many work on it: what the formulas of <see cref="ErlangC"/> and <see cref="ErlangA"/> ask for.</summary>
public sealed record StaffingLoad
{
    /// <summary>Most reps a formula is asked about.</summary>
    public const int MostReps = 10_000;

    /// <param name="leadsPerHour">Leads that come at random at this mean rate; above 0, finite.</param>
    /// <param name="handlingSeconds">Mean time that a lead takes up a rep, from accept to disposition; above 0, finite.</param>
    /// <param name="reps">Reps of capacity 1, 1 to <see cref="MostReps"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public StaffingLoad(double leadsPerHour, double handlingSeconds, int reps)
    {
        LeadsPerHour = Positive(leadsPerHour, nameof(leadsPerHour));
        HandlingSeconds = Positive(handlingSeconds, nameof(handlingSeconds));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reps, MostReps);
        Reps = reps;
    }

    /// <summary>Mean leads in an hour.</summary>
    public double LeadsPerHour { get; }

    /// <summary>Mean handling time in seconds.</summary>
    public double HandlingSeconds { get; }

    /// <summary>Reps at work.</summary>
    public int Reps { get; }

    /// <summary>Mean leads in a second.</summary>
    public double LeadsPerSecond => LeadsPerHour / 3600;

    /// <summary>The offered load in Erlang: reps that would be busy on average if nobody ever waited.</summary>
    public double Erlangs => LeadsPerSecond * HandlingSeconds;

    internal static double Positive(double value, string name)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(name, value, "Give a finite number.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    internal static double NotNegative(double value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return double.IsNaN(value) ? throw new ArgumentOutOfRangeException(name, value, "Give a number.") : value;
    }
}
