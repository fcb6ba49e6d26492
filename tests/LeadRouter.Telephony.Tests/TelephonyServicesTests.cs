using LeadRouter.Domain;
using LeadRouter.Telephony.Simulated;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Telephony;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace LeadRouter.Telephony.Tests;

public sealed class TelephonyServicesTests
{
    private readonly RecordingEvents _events = new();

    private ServiceProvider Provider(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<ICarrierEvents>(_events).AddTelephony(configuration);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    public void AddTelephony_None_RepsDialThemselves(string? value)
    {
        using var provider = Provider(("Telephony:Carrier", value));

        provider.GetRequiredService<ICarrier>().ShouldBeOfType<NoCarrier>();
    }

    [Fact]
    public async Task AddTelephony_Simulated_PlaysCallsWithItsSettings()
    {
        await using var provider = Provider(
            ("Telephony:Carrier", "Simulated"), ("Telephony:Simulated:AnswerRate", "1"), ("Telephony:Simulated:RingSeconds", "0"),
            ("Telephony:Simulated:TalkSeconds", "0.001"), ("Telephony:Simulated:Seed", "42"));

        var carrier = provider.GetRequiredService<ICarrier>();
        await carrier.PlaceAsync(new CallOrder(new LeadId("l1"), new AttemptId("a1"), new RepId("r1"), null, new("+12025550123"), 25), default);

        carrier.Name.ShouldBe("simulated");
        await Eventually.IsTrue(() => _events.Reports.Count == 6, () => $"6 reports, there are {_events.Reports.Count}");
        _events.Reports.ShouldContain(report => report.Leg == CallLeg.Lead && report.Status == CallStatus.Answered);
    }

    [Fact]
    public void AddTelephony_UnknownCarrier_FailsNamingTheSetting()
    {
        var error = Should.Throw<OptionsValidationException>(() => Provider(("Telephony:Carrier", "pigeon")));

        error.Message.ShouldBe("Telephony:Carrier is 'pigeon', which is not known: use none, simulated or twilio.");
    }

    [Fact]
    public void AddTelephony_SettingOutOfRange_FailsNamingEachSetting()
    {
        var error = Should.Throw<OptionsValidationException>(() => Provider(
            ("Telephony:Carrier", "simulated"), ("Telephony:Simulated:AnswerRate", "1.5"), ("Telephony:Simulated:TalkSeconds", "-1")));

        error.Failures.Count().ShouldBe(2);
        error.Message.ShouldContain("Telephony:Simulated:AnswerRate must be from 0 to 1, but is 1.5.");
        error.Message.ShouldContain("Telephony:Simulated:TalkSeconds");
    }

    [Fact]
    public void AddTelephony_SettingThatIsNoNumber_FailsNamingTheSetting()
    {
        var error = Should.Throw<InvalidOperationException>(() => Provider(("Telephony:Carrier", "simulated"), ("Telephony:Simulated:RingSeconds", "six")));

        error.Message.ShouldContain("Telephony:Simulated:RingSeconds");
    }

    [Fact]
    public void AddTelephony_TwilioWithoutCredentials_FailsNamingEachMissingSetting()
    {
        var error = Should.Throw<OptionsValidationException>(() => Provider(("Telephony:Carrier", "twilio"), ("Telephony:Twilio:AccountSid", "AC1")));

        error.Message.ShouldBe("Telephony:Twilio:AuthToken is missing.; Telephony:Twilio:From is missing.; Telephony:Twilio:PublicBaseUrl is missing.");
    }

    [Fact]
    public void SimulatedCarrierOptions_Defaults_AreThePublishedOnes()
    {
        var options = new SimulatedCarrierOptions();

        (options.AnswerRate, options.RingSeconds, options.TalkSeconds, options.MaxCalls).ShouldBe((0.6, 6, 60, 10_000));
    }
}
