using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Exposition;

/// <summary>A handful of numbers of the process and the runtime, under the names every Prometheus dashboard knows.</summary>
public sealed class ProcessMetrics
{
    /// <summary>Creates the instruments.</summary>
    public ProcessMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create("LeadRouter.Process");
        var started = StartTime();
        meter.CreateObservableCounter("process_cpu_seconds_total", () => Environment.CpuUsage.TotalTime.TotalSeconds,
            description: "User and system time that the process has spent, in seconds.");
        meter.CreateObservableGauge("process_resident_memory_bytes", () => Environment.WorkingSet,
            description: "Resident memory of the process, in bytes.");
        meter.CreateObservableGauge("process_start_time_seconds", () => started,
            description: "When the process started, in seconds since 1970.");
        // The runtime's estimate can fall below nothing for a moment while a collection is under way.
        meter.CreateObservableGauge("dotnet_gc_heap_bytes", () => Math.Max(0, GC.GetTotalMemory(forceFullCollection: false)),
            description: "Managed memory in use, in bytes.");
        meter.CreateObservableCounter("dotnet_gc_collections_total", Collections,
            description: "Garbage collections by generation.");
        meter.CreateObservableCounter("dotnet_gc_pause_seconds_total", () => GC.GetTotalPauseDuration().TotalSeconds,
            description: "Time in which garbage collection stopped the process, in seconds.");
        meter.CreateObservableGauge("dotnet_threadpool_queue_length", () => ThreadPool.PendingWorkItemCount,
            description: "Work items waiting for a thread of the pool.");
        meter.CreateObservableGauge("dotnet_threadpool_threads", () => ThreadPool.ThreadCount,
            description: "Threads of the pool.");
    }

    private static double StartTime()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0;
    }

    private static IEnumerable<Measurement<long>> Collections() =>
        Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation =>
            new Measurement<long>(GC.CollectionCount(generation), new KeyValuePair<string, object?>("generation", generation)));
}
