namespace LeadRouter.Cluster.Takeover;

/// <summary>Looks in the store, once in a while, for what nobody may be looking after since a server is gone.</summary>
internal interface ISweep
{
    /// <summary>How long after one look the next one comes.</summary>
    TimeSpan Every { get; }

    /// <summary>Looks once.</summary>
    /// <param name="lost">A server has come or gone since the last look.</param>
    Task LookAsync(bool lost, CancellationToken cancel);
}
