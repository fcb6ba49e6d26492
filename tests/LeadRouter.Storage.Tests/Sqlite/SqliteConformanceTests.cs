using LeadRouter.Storage.Tests.Conformance;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class SqliteEngineStoreTests : EngineStoreConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteEngineStoreReadTests : EngineStoreReadConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteLeadSearchTests : LeadSearchConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteDocumentStoreTests : DocumentStoreConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteOpenLeadTests : OpenLeadConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteMessageTests : MessageConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}

public sealed class SqliteSignalTests : SignalConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await SqliteUnderTest.OpenAsync();
}
