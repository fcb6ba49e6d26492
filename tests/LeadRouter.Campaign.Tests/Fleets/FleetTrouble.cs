namespace LeadRouter.Campaign.Tests.Fleets;

/// <summary>What can be done to a fleet in a round.</summary>
internal enum FleetTrouble
{
    /// <summary>One server is killed, and started again later.</summary>
    Kill,
    /// <summary>One is suspended until the others have declared it dead, and let go on.</summary>
    Suspend,
    /// <summary>One is stopped cleanly, and started again later.</summary>
    Leave,
    /// <summary>One more joins, and leaves later.</summary>
    Join,
    /// <summary>Each in turn is stopped cleanly and started again.</summary>
    RollingRestart,
    /// <summary>Redis is gone for a while.</summary>
    RedisGone,
    /// <summary>PostgreSQL is gone for a while.</summary>
    PostgresGone,
}
