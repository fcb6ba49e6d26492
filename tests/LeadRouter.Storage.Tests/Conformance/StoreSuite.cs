using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>What a store's tests must provide so that the suites can run against it.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    IEngineStore Engine { get; }

    IDocumentStore Documents { get; }

    /// <summary>Closes the store and opens it again on the same data.</summary>
    Task ReopenAsync();
}

/// <summary>Opens an empty store for each test.</summary>
public abstract class StoreSuite : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;
    private IStoreUnderTest? _under;

    protected IStoreUnderTest Under => _under ?? throw new InvalidOperationException("The store is not open yet.");

    protected abstract Task<IStoreUnderTest> OpenEmptyAsync();

    public async Task InitializeAsync() => _under = await OpenEmptyAsync();

    public async Task DisposeAsync()
    {
        if (_under is not null) await _under.DisposeAsync();
    }
}
