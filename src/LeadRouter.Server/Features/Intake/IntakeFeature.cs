namespace LeadRouter.Server.Features.Intake;

/// <summary>Where leads come in.</summary>
internal static class IntakeFeature
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<PostRegistrar>();
        services.AddSingleton<IntakeEndpoint>();
    }
}
