using LeadRouter.Storage.Tests.Conformance;

namespace LeadRouter.Storage.Tests.Postgres;

[Collection("postgres")]
public sealed class PostgresEngineStoreTests(PostgresFixture postgres) : EngineStoreConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresEngineStoreReadTests(PostgresFixture postgres) : EngineStoreReadConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresLeadSearchTests(PostgresFixture postgres) : LeadSearchConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresDocumentStoreTests(PostgresFixture postgres) : DocumentStoreConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresOpenLeadTests(PostgresFixture postgres) : OpenLeadConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresMessageTests(PostgresFixture postgres) : MessageConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}

[Collection("postgres")]
public sealed class PostgresSignalTests(PostgresFixture postgres) : SignalConformance
{
    protected override async Task<IStoreUnderTest> OpenEmptyAsync() => await PostgresUnderTest.OpenAsync(postgres.Started);
}
