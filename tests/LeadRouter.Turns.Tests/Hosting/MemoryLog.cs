using Microsoft.Extensions.Logging;

namespace LeadRouter.Turns.Tests.Hosting;

/// <summary>Counts what is logged of memory that ran out.</summary>
internal sealed class MemoryLog : ILoggerFactory, ILogger
{
    private int _outOfMemory;

    public int OutOfMemory => _outOfMemory;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error && exception is OutOfMemoryException)
            Interlocked.Increment(ref _outOfMemory);
    }
}
