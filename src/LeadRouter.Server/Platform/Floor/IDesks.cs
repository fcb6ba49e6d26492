namespace LeadRouter.Server.Platform.Floor;

/// <summary>The desk in force, for those who keep something that is computed from it.</summary>
internal interface IDesks : IDeskSource
{
    /// <summary>Called after a new desk has come into force.</summary>
    event Action<Desk>? Changed;
}
