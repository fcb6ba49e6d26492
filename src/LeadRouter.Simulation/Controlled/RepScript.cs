namespace LeadRouter.Simulation.Controlled;

/// <summary>A stretch of time in which a rep is at the desk.</summary>
internal readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>A time that a rep is away in the middle of a stretch. Who is on a lead then goes when it is finished.</summary>
/// <param name="Length">Made up in full when it began late, unless it <paramref name="EndsByClock"/>.</param>
/// <param name="EndsByClock">Over at its hour, however late it began.</param>
/// <param name="MayWait">The rep stays as long as leads wait that he or she could have next.</param>
internal readonly record struct Absence(DateTimeOffset From, TimeSpan Length, bool EndsByClock, bool MayWait);

/// <summary>From then on the rep has another profile.</summary>
internal readonly record struct ProfileChange(DateTimeOffset At, RepProfile Profile);

/// <summary>A rep whose coming and going is written down before.</summary>
internal sealed record RepScript(RepId Id, RepProfile Profile, IReadOnlyList<Stretch> There)
{
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public IReadOnlyList<ProfileChange> Changes { get; init; } = [];
}
