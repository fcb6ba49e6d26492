using LeadRouter.Domain.Staffing;

namespace LeadRouter.Simulation.Queueing;

/// <summary>The cases that are looked at.</summary>
internal static class QueueingGrid
{
    private const double HandlingSeconds = 180;
    private const double WithinSeconds = 20;
    private const int LeastLeads = 1000;
    private const double RelaxationsPerReplication = 30;

    /// <summary>The vectors that the numbers' definitions give for Erlang C.</summary>
    public static IReadOnlyList<QueueingCase> Vectors(int leads) =>
    [
        new(new StaffingLoad(200, 180, 14), 20, null, leads),
        new(new StaffingLoad(100, 180, 8), 20, null, leads),
        new(new StaffingLoad(600, 240, 45), 60, null, leads),
    ];

    /// <summary>Loads below, at and above what the reps can do, with leads who give up sooner and later than they would be handled.</summary>
    public static IReadOnlyList<QueueingCase> Patient(int leads) =>
    [
        new(new StaffingLoad(200, 180, 14), 20, 120, leads),
        new(new StaffingLoad(160, 180, 8), 20, 90, leads),
        new(new StaffingLoad(220, 180, 8), 60, 360, leads),
        new(new StaffingLoad(600, 240, 45), 60, 240, leads),
    ];

    /// <summary>One rep to 45, half busy to nine tenths; with patience up to half again as many leads as the reps can take.</summary>
    public static IReadOnlyList<QueueingCase> Wide()
    {
        int[] reps = [1, 3, 8, 20, 45];
        double[] busy = [0.5, 0.7, 0.8, 0.9], offered = [0.7, 1, 1.5], patience = [60, 180, 600];
        return
        [
            .. from n in reps from share in busy select Forgetful(new StaffingLoad(Rate(n, share), HandlingSeconds, n)),
            .. from n in reps from share in offered from seconds in patience select new QueueingCase(new StaffingLoad(Rate(n, share), HandlingSeconds, n), WithinSeconds, seconds, LeastLeads),
        ];
    }

    private static double Rate(int reps, double share) => reps * share * 3600 / HandlingSeconds;

    /// <summary>A queue that forgets slowly has to be watched for longer: so many times over it is to forget in a replication.</summary>
    private static QueueingCase Forgetful(StaffingLoad load)
    {
        var once = new QueueingCase(load, WithinSeconds, null, 1);
        return once with { Leads = (int)Math.Max(LeastLeads, once.RelaxationSeconds * load.LeadsPerSecond * RelaxationsPerReplication) };
    }
}
