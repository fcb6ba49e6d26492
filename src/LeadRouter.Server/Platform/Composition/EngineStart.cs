using LeadRouter.Demo;
using LeadRouter.Server.Features.Desks;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>Loads the desk and the accounts, connects the watchers to the engine, and brings it to life.</summary>
internal sealed class EngineStart(
    ServerOptions options, DocumentFollower documents, DeskService desks, IAccountsBootstrap accounts, SiloHost host, IEnumerable<ITurnObserver> observers,
    IEnumerable<IEffectHandler> effects, IEnumerable<IGauges> gauges, RouterMetrics metrics, EngineLifetime engine, IIdSource ids, TimeProvider time)
{
    public async Task<StartNews> RunAsync(CancellationToken cancel)
    {
        // Before anything is loaded, so that what other servers change meanwhile is not missed.
        await documents.BeginAsync(cancel);
        await desks.LoadAsync(options.Demo ? DemoDesk.Create() : DefaultDesk.Create(), cancel);
        // The compiler works on the turns while the silo starts.
        var warm = Task.Run(() => WarmUp.RunAsync(desks.Current, ids, time.GetUtcNow()), cancel);
        var start = await accounts.StartAsync(cancel);
        var key = await accounts.EnsureFirstSourceAsync(cancel);
        foreach (var observer in observers)
            host.Observe(observer);
        foreach (var effect in effects)
            host.Handle(effect);
        foreach (var read in gauges)
            read.Connect(metrics);
        await engine.StartAsync(cancel);
        await warm;
        return new StartNews(start.SetupPath, key);
    }
}

/// <summary>What is shown once, to the person who started the server.</summary>
internal sealed record StartNews(string? SetupPath, string? FirstKey);
