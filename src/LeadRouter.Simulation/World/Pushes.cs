namespace LeadRouter.Simulation.World;

/// <summary>An offer that rings on a screen.</summary>
internal sealed record Ring(LeadId Lead, Lease Offer);

/// <summary>What became of a request, as its sender heard it.</summary>
internal enum Heard
{
    /// <summary>Answered.</summary>
    Answer,

    /// <summary>Turned away: nothing was done.</summary>
    Unavailable,

    /// <summary>No answer came: it may have been done.</summary>
    Lost,
}
