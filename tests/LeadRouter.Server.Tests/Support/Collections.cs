namespace LeadRouter.Server.Tests.Support;

/// <summary>Classes that share one server, one after the other: starting a process per class would cost more than the tests.</summary>
[CollectionDefinition(Name)]
public sealed class LifeOnOneServer : ICollectionFixture<LifeServer>
{
    public const string Name = "life";
}

[CollectionDefinition(Name)]
public sealed class RefusalsOnOneServer : ICollectionFixture<LifeServer>
{
    public const string Name = "refusals";
}

[CollectionDefinition(Name)]
public sealed class AdministrationOnOneServer : ICollectionFixture<ManualServer>
{
    public const string Name = "administration";
}

/// <summary>Reps dial by hand; everything that waits waits as short as a desk allows.</summary>
public sealed class LifeServer() : RunningServer
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ChangeDeskAsync(desk => desk["pause"]!["presenceGraceSeconds"] = 2);
    }
}
