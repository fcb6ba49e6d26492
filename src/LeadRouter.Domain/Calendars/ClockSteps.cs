namespace LeadRouter.Domain.Calendars;

/// <summary>What is supposed of a server's clock.</summary>
internal static class ClockSteps
{
    /// <summary>It is taken to be put back by no more than this.</summary>
    public static readonly TimeSpan MostBack = TimeSpan.FromMinutes(15);
}
