using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LeadRouter.LoadTest;

/// <summary>Sleeps to a fraction of a millisecond, which the runtime's own timers do not.</summary>
internal static partial class PreciseSleep
{
    /// <summary>Returns at the instant (a timestamp of <see cref="Stopwatch"/>), or at once when it is over.</summary>
    public static void Until(long timestamp)
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), timestamp);
        if (left <= TimeSpan.Zero)
            return;
        if (OperatingSystem.IsLinux())
            _ = SleepMicroseconds((uint)left.TotalMicroseconds);
        else
            Thread.Sleep(left);
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int SleepMicroseconds(uint microseconds);
}
