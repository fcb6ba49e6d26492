using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;

namespace LeadRouter.Cluster.Grains;

/// <summary>What a grain needs to run its actor.</summary>
internal sealed record GrainServices(IReadOnlyDictionary<string, IActor> Actors, ITurnPort Port, IEngineStore Store, IDeskSource Desk, IIdSource Ids, TimeProvider Time, IEngineProbe? Probe);
