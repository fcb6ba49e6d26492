namespace LeadRouter.Simulation.Queueing;

/// <summary>One lead of a sample path; times since the path's beginning.</summary>
internal readonly record struct PathLead(TimeSpan At, TimeSpan Handling, TimeSpan? Patience);

/// <summary>How it went for one lead.</summary>
internal readonly record struct PathOutcome(double WaitSeconds, bool GaveUp);

/// <summary>The drawn leads of one replication: the engine and the textbook are given the same ones.</summary>
internal static class SamplePath
{
    /// <summary>What lies under this counts as no wait: a lead that finds a free rep is accepted after a few writes.</summary>
    private const double HopsSeconds = 0.1;

    /// <summary>Leads of the warm-up and then those that are measured.</summary>
    public static List<PathLead> Of(QueueingCase asked, Draw draw)
    {
        var (arrivals, handling, patience) = (draw.Fork(), draw.Fork(), draw.Fork());
        var leads = new List<PathLead>();
        var at = TimeSpan.Zero;
        while (leads.Count < asked.WarmUpLeads + asked.Leads)
        {
            at += arrivals.Exponential(3600 / asked.Load.LeadsPerHour);
            leads.Add(new PathLead(at, handling.Exponential(asked.Load.HandlingSeconds), asked.PatienceSeconds is { } mean ? patience.Exponential(mean) : null));
        }

        return leads;
    }

    /// <summary>The numbers of those who came after the warm-up.</summary>
    public static Waits Measure(QueueingCase asked, IReadOnlyList<PathOutcome> outcomes)
    {
        int waited = 0, inTime = 0, gaveUp = 0;
        var seconds = 0.0;
        foreach (var outcome in outcomes.Skip(asked.WarmUpLeads))
        {
            waited += outcome.GaveUp || outcome.WaitSeconds > HopsSeconds ? 1 : 0;
            inTime += outcome is { GaveUp: false } && outcome.WaitSeconds <= asked.WithinSeconds ? 1 : 0;
            gaveUp += outcome.GaveUp ? 1 : 0;
            seconds += outcome.WaitSeconds;
        }

        double count = asked.Leads;
        return new Waits(waited / count, inTime / count, seconds / count, gaveUp / count);
    }
}
