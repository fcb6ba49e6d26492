using LeadRouter.Cluster.Takeover;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Grains;

/// <summary>What a grain needs to run its actor.</summary>
/// <param name="Redelivery">Brings what an actor's last activation, on whatever server, may have left unsent; null: the server is on its own.</param>
internal sealed record GrainServices(IReadOnlyDictionary<string, IActor> Actors, ITurnPort Port, IEngineStore Store, IDeskSource Desk, IIdSource Ids, TimeProvider Time, IEngineProbe Probe, Redelivery? Redelivery, ILogger Logger);
