namespace LeadRouter.Server.Composition;

/// <summary>What <c>--demo</c> sets, unless it was set otherwise.</summary>
internal static class DemoSettings
{
    /// <summary>The administrator <c>admin</c> of a demo; its data is made up and it listens on loopback.</summary>
    public const string AdminPassword = "demo-password";

    public static void Apply(ConfigurationManager configuration)
    {
        // A demo never calls anybody, whatever the machine's settings say.
        configuration["Telephony:Carrier"] = "simulated";
        Default(configuration, "Telephony:Simulated:AnswerRate", "0.65");
        Default(configuration, "Telephony:Simulated:RingSeconds", "5");
        Default(configuration, "Telephony:Simulated:TalkSeconds", "25");
        Default(configuration, "Telephony:Simulated:Spread", "0.6");
        Default(configuration, "Bootstrap:AdminPassword", AdminPassword);
    }

    private static void Default(ConfigurationManager configuration, string key, string value) => configuration[key] ??= value;
}
