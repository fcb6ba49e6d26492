namespace LeadRouter.Campaign.Tests.World;

/// <summary>What can be done to the server in a round.</summary>
internal enum Trouble
{
    Kill,
    /// <summary>Killed, and once more while it comes back.</summary>
    KillTwice,
    CleanStop,
    /// <summary>Suspended, and let go on.</summary>
    Suspend,
    KillSuspended,
    /// <summary>No byte of the disk is free, until there is room again.</summary>
    FullDisk,
    KillWhileFull,
    /// <summary>Stopped cleanly while nothing can be written.</summary>
    StopWhileFull,
    /// <summary>Each fsync takes longer, for a while.</summary>
    SlowDisk,
    KillWhileSlow,
}
