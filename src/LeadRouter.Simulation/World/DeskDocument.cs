namespace LeadRouter.Simulation.World;

/// <summary>The desk in force: a document of the store, so that it outlives the process.</summary>
internal sealed class DeskDocument(Desk first) : IDeskSource
{
    public DeskSnapshot Current { get; private set; } = DeskSnapshot.Of(first);

    public void Put(Desk desk) => Current = DeskSnapshot.Of(desk);
}
