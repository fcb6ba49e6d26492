using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>The carrier composed as in production, with its log lines and measurements kept.</summary>
internal sealed class TwilioHarness : IAsyncDisposable, ILoggerProvider, ILogger
{
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string RepPhone = "+12025550111";
    public const string LeadPhone = "+972541234567";

    private readonly ServiceProvider _services;
    private readonly MeterListener _listener = new();

    public TwilioHarness(string baseUrl, TimeProvider? time = null, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Telephony:Carrier"] = "twilio",
            ["Telephony:Twilio:AccountSid"] = "AC0123456789",
            ["Telephony:Twilio:AuthToken"] = Token,
            ["Telephony:Twilio:From"] = "+12025550100",
            ["Telephony:Twilio:PublicBaseUrl"] = "https://leads.example.com",
            ["Telephony:Twilio:BaseUrl"] = baseUrl,
            ["Telephony:Twilio:CallsPerSecond"] = "1000",
        };
        foreach (var (key, value) in more)
            settings[$"Telephony:Twilio:{key}"] = value;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        services.AddSingleton<ICarrierEvents>(new RecordingEvents());
        if (time is not null)
            services.AddSingleton(time);
        services.AddTelephony(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "LeadRouter" && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured.Enqueue((instrument.Name, value, Tag(tags))));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured.Enqueue((instrument.Name, value, Tag(tags))));
        _listener.Start();
        Carrier = _services.GetRequiredService<ICarrier>();
    }

    public ICarrier Carrier { get; }

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentQueue<(string Name, double Value, string Tag)> Measured { get; } = new();

    public static CallOrder Order(string attempt = "a1", string? repPhone = RepPhone, string leadPhone = LeadPhone) =>
        new(new LeadId("l1"), new AttemptId(attempt), new RepId("r1"), repPhone is null ? null : new Phone(repPhone), new Phone(leadPhone), 30);

    public Task<PlaceCallResult> PlaceAsync(CancellationToken cancel = default) => Carrier.PlaceAsync(Order(), cancel).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _services.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose() => _listener.Dispose();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? "" : $"{tags[0].Value}";
}
