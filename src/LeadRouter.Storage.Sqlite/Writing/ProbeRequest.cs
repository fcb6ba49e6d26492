namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>
/// Tries whether writing works again; nobody waits for it, the health of the store is its answer. It writes as much as a
/// small batch does, because a full disk often has room for one more page and then fails the next real write.
/// </summary>
internal sealed class ProbeRequest() : WriteRequest(CancellationToken.None)
{
    private const int FillerBytes = 64 * 1024;

    public override int Bytes => FillerBytes;

    public override void Apply(WriteSession session) => session.Probe(FillerBytes);

    public override void Refuse(Exception reason) { }

    public override void Complete() { }

    public override void Fail(Exception cause) { }

    public override void Cancel() { }
}
