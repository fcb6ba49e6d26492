using System.Diagnostics;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Telephony.Tests;

/// <summary>Keeps the reports it is given; fails as scripted before it does.</summary>
internal sealed class RecordingEvents : ICarrierEvents
{
    private readonly Lock _gate = new();
    private readonly List<CarrierReport> _reports = [];
    private int _calls;

    /// <summary>Given the number of the call (from 0): the exception to throw, or null.</summary>
    public Func<int, CarrierReport, Exception?> Fail { get; set; } = (_, _) => null;

    public IReadOnlyList<CarrierReport> Reports
    {
        get
        {
            lock (_gate)
                return [.. _reports];
        }
    }

    public int Calls => Volatile.Read(ref _calls);

    public Task ReportAsync(CarrierReport report, CancellationToken cancel)
    {
        if (Fail(Interlocked.Increment(ref _calls) - 1, report) is { } error)
            return Task.FromException(error);
        lock (_gate)
            _reports.Add(report);
        return Task.CompletedTask;
    }
}

/// <summary>Waits for a condition, and says what was missing.</summary>
internal static class Eventually
{
    public static async Task IsTrue(Func<bool> condition, Func<string> missing, Action? meanwhile = null)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(2))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(20))
                throw new TimeoutException($"After {clock.Elapsed.TotalSeconds:F0} s still missing: {missing()}");
            meanwhile?.Invoke();
        }
    }
}
