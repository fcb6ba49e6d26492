namespace LeadRouter.Telephony;

/// <summary>Names of the settings of this library.</summary>
public static class TelephonySettings
{
    /// <summary>none (default), simulated or twilio.</summary>
    public const string Carrier = "Telephony:Carrier";

    /// <summary>Section of the simulated carrier.</summary>
    public const string Simulated = "Telephony:Simulated";

    /// <summary>Section of Twilio.</summary>
    public const string Twilio = "Telephony:Twilio";
}
