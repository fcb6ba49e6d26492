namespace LeadRouter.Server.Features.RepDesks;

/// <summary>The screens that reps work at.</summary>
internal static class RepDesksFeature
{
    /// <param name="isShared">Other servers commit turns that the screens here have to show.</param>
    public static void AddRepDesks(this IServiceCollection services, bool isShared)
    {
        services.AddSingleton(provider => new ServerName(provider.GetRequiredService<SiloHost>().Name));
        services.AddSingleton<RepPushMapper>();
        services.AddSingleton<RepLines>();
        services.AddSingleton<IScreenPort>(provider => provider.GetRequiredService<RepLines>());
        services.AddSingleton(Screens);
        services.AddSingleton<ScreenLoads>();
        services.AddSingleton<RepDesk>();
        services.AddHostedService<RepStateRefresher>();
        // With several servers the journal alone has the order of what they commit.
        if (!isShared)
        {
            services.AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<RepScreens>());
            return;
        }

        services.AddSingleton<RepScreensFollower>();
        services.AddSingleton<JournalFollower<RepScreensFollower>>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFollower<RepScreensFollower>>());
    }

    public static void MapRepDesks(this IEndpointRouteBuilder routes) => routes.MapHub<RepHub>("/hubs/rep");

    private static RepScreens Screens(IServiceProvider provider)
    {
        var screens = ActivatorUtilities.CreateInstance<RepScreens>(provider);
        provider.GetRequiredService<FloorView>().Counted += screens.Recounted;
        return screens;
    }
}
