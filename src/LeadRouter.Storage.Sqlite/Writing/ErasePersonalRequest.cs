namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>Erases what is personal in an actor's events; the result is how many events that were.</summary>
internal sealed class ErasePersonalRequest(ActorId id, CancellationToken cancel) : WriteRequest<int>(cancel)
{
    public override int Bytes => 256;

    protected override int Write(WriteSession session) => session.Journal.ErasePersonal(id);
}
