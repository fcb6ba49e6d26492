namespace LeadRouter.Server.Platform.Composition;

/// <summary>What <c>--demo</c> sets, unless it was set otherwise.</summary>
internal static class DemoSettings
{
    /// <summary>The administrator <c>admin</c> of a demo; its data is made up and it listens on loopback.</summary>
    public const string AdminPassword = "demo-password";

    /// <exception cref="ArgumentException">Others could sign in with a password that everybody knows.</exception>
    public static void Apply(ConfigurationManager configuration)
    {
        if (configuration["Bootstrap:AdminPassword"] is null && configuration["urls"]?.Split(';').FirstOrDefault(url => !IsLoopback(url)) is { } open)
            throw new ArgumentException($"--demo has a password that everybody knows, and {open} can be reached from elsewhere: set Bootstrap:AdminPassword, or listen on 127.0.0.1.");
        // A demo never calls anybody, whatever the machine's settings say.
        configuration["Telephony:Carrier"] = "simulated";
        Default(configuration, "Telephony:Simulated:AnswerRate", "0.65");
        Default(configuration, "Telephony:Simulated:RingSeconds", "5");
        Default(configuration, "Telephony:Simulated:TalkSeconds", "25");
        Default(configuration, "Telephony:Simulated:Spread", "0.6");
        Default(configuration, "Bootstrap:AdminPassword", AdminPassword);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url.Trim().Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.IsLoopback;

    private static void Default(ConfigurationManager configuration, string key, string value) => configuration[key] ??= value;
}
