namespace LeadRouter.Simulation.Hosting;

/// <summary>A deliberate bug of the machine or the server that a test asks for: the checkers have to notice.</summary>
public enum Flaw
{
    None,

    /// <summary>Whoever sleeps until a deadline does not look at the clock before.</summary>
    SleepsThroughSteps,

    /// <summary>Of a write in flight a crash leaves what is sent and consumed, without the state.</summary>
    TearsWrites,

    /// <summary>A full mailbox turns away what was told, too.</summary>
    DropsWhenFull,

    /// <summary>The wallboard begins its day anew with every life of the process.</summary>
    ForgetsTheDay,

    /// <summary>A push to a rep's screen is lost now and then.</summary>
    LosesPushes,

    /// <summary>Who follows the journal for the wallboard passes over a page now and then.</summary>
    PassesOverPages,
}
