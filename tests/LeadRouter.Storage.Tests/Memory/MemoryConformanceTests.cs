using LeadRouter.Storage.Tests.Conformance;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Tests.Memory;

/// <summary>The store that other suites test the engine with: it has to keep the same promises.</summary>
internal sealed class MemoryUnderTest : IStoreUnderTest
{
    private MemoryStore _store = new();

    public IEngineStore Engine => _store;

    public IDocumentStore Documents => throw new NotSupportedException("The store in memory has no documents.");

    public static Task<IStoreUnderTest> OpenAsync() => Task.FromResult<IStoreUnderTest>(new MemoryUnderTest());

    public Task ReopenAsync()
    {
        _store = _store.Snapshot();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class MemoryEngineStoreTests : EngineStoreConformance
{
    protected override Task<IStoreUnderTest> OpenEmptyAsync() => MemoryUnderTest.OpenAsync();
}

public sealed class MemoryEngineStoreReadTests : EngineStoreReadConformance
{
    protected override Task<IStoreUnderTest> OpenEmptyAsync() => MemoryUnderTest.OpenAsync();
}

public sealed class MemoryMessageTests : MessageConformance
{
    protected override Task<IStoreUnderTest> OpenEmptyAsync() => MemoryUnderTest.OpenAsync();
}

public sealed class MemoryLeadSearchTests : LeadSearchConformance
{
    protected override Task<IStoreUnderTest> OpenEmptyAsync() => MemoryUnderTest.OpenAsync();
}

public sealed class MemoryOpenLeadTests : OpenLeadConformance
{
    protected override Task<IStoreUnderTest> OpenEmptyAsync() => MemoryUnderTest.OpenAsync();
}
