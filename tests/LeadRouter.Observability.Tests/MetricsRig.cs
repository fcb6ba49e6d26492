using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace LeadRouter.Observability.Tests;

/// <summary>A registry with its own meters, seeing nobody else's.</summary>
internal sealed class MetricsRig : IDisposable
{
    private readonly ServiceProvider _services;

    public MetricsRig(int seriesLimit = 500)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddRouterMetrics(options => options.SeriesLimit = seriesLimit)
            .BuildServiceProvider();
        Metrics = _services.GetRequiredService<RouterMetrics>();
        Meter = _services.GetRequiredService<IMeterFactory>().Create("LeadRouter.Tests");
    }

    public RouterMetrics Metrics { get; }
    public Meter Meter { get; }
    public LogLines Log { get; } = new();

    public string Scrape()
    {
        using var text = new MemoryStream();
        // Into memory nothing waits for anything.
        _services.GetRequiredService<CollectorRegistry>().CollectAndExportAsTextAsync(text).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The lines of a scrape that belong to one metric.</summary>
    public string[] Lines(string metric) =>
        [.. Scrape().Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal) || line.StartsWith($"# HELP {metric} ", StringComparison.Ordinal) || line.StartsWith($"# TYPE {metric} ", StringComparison.Ordinal))];

    public void Dispose() => _services.Dispose();
}

/// <summary>Remembers what was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public string[] All
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
