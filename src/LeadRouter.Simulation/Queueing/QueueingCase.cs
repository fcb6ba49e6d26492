using System.Globalization;
using LeadRouter.Domain.Staffing;

namespace LeadRouter.Simulation.Queueing;

/// <summary>A queue that a formula knows the waits of, and how long to look at it.</summary>
/// <param name="WithinSeconds">The time of its service level.</param>
/// <param name="PatienceSeconds">Mean patience; null: nobody gives up, and Erlang C is the formula instead of Erlang A.</param>
/// <param name="Leads">How many are measured in one replication.</param>
internal sealed record QueueingCase(StaffingLoad Load, double WithinSeconds, double? PatienceSeconds, int Leads)
{
    private const double Relaxations = 5;

    /// <summary>
    /// The leads at the beginning of a replication that are not measured, because it starts with nobody in line: those of five
    /// times the time in which the queue forgets, after which less than a hundredth is left of the difference. They are counted
    /// and not timed: the first lead after a given instant finds a line that nobody has joined since, a shorter one than others find.
    /// </summary>
    public int WarmUpLeads => (int)Math.Ceiling(Relaxations * RelaxationSeconds * Load.LeadsPerSecond);

    /// <summary>
    /// The time in which an M/M/N queue forgets, <c>AHT / (sqrt N - sqrt A)^2</c> (P. M. Morse 1955), and no less than the handling
    /// time. Patience makes a line forget faster: no slower than its reps and its leads do.
    /// </summary>
    public double RelaxationSeconds => Math.Max(Load.HandlingSeconds, PatienceSeconds ?? Load.HandlingSeconds / Math.Pow(Math.Sqrt(Load.Reps) - Math.Sqrt(Load.Erlangs), 2));

    /// <summary>What the formula says.</summary>
    public Waits Formula()
    {
        if (PatienceSeconds is not { } patience)
            return new Waits(ErlangC.WaitShare(Load), ErlangC.ServiceLevel(Load, WithinSeconds), ErlangC.MeanWaitSeconds(Load), 0);
        var formula = new ErlangA(Load, patience);
        return new Waits(formula.WaitShare, formula.ServiceLevel(WithinSeconds), formula.MeanWaitSeconds, formula.GivenUpShare);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(PatienceSeconds is null ? 'C' : 'A')}  {Load.LeadsPerHour,5:0} {Load.HandlingSeconds,5:0} {Load.Reps,4} {PatienceSeconds,8:0} {WithinSeconds,6:0}");
}

/// <summary>The four numbers that are compared.</summary>
/// <param name="WaitShare">Share of leads that waited at all.</param>
/// <param name="ServiceLevel">Share of leads accepted in time.</param>
/// <param name="MeanSeconds">Mean wait of all leads.</param>
/// <param name="GivenUpShare">Share of leads that gave up.</param>
internal readonly record struct Waits(double WaitShare, double ServiceLevel, double MeanSeconds, double GivenUpShare)
{
    /// <summary>Names for a reader, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["waits", "in time", "mean s", "gives up"];

    /// <summary>Whether a number of <see cref="Values"/> is a share of leads; the other one is in seconds.</summary>
    public static bool IsShare(int number) => number != 2;

    /// <summary>Without patience nobody gives up, and there is nothing to compare.</summary>
    public IReadOnlyList<double> Values(bool withPatience) => withPatience ? [WaitShare, ServiceLevel, MeanSeconds, GivenUpShare] : [WaitShare, ServiceLevel, MeanSeconds];
}
