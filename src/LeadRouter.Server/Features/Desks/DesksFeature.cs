namespace LeadRouter.Server.Features.Desks;

/// <summary>The desk in force, for everybody who asks for it by one of its ports.</summary>
internal static class DesksFeature
{
    public static void AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<DeskService>();
        services.AddSingleton<IDesks>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IDeskSource>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IQueueNames>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<DeskService>());
    }
}
