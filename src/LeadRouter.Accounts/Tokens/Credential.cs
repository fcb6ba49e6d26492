namespace LeadRouter.Accounts;

/// <summary>Something that opens doors until it ends; open connections are told when it does.</summary>
internal abstract class Credential : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Cancelled once the credential has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Tells whoever listens. May be called again; disposal waits for shutdown, because it would make that an error.</summary>
    public Task EndAsync() => _ended.CancelAsync();

    public void Dispose()
    {
        _ended.Dispose();
        GC.SuppressFinalize(this);
    }
}
