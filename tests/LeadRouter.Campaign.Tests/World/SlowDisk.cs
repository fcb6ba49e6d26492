using System.Diagnostics;
using System.Globalization;
using LeadRouter.TestTools;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Makes every fsync of a process take longer, from outside and for as long as it is attached.</summary>
internal sealed class SlowDisk : IDisposable
{
    private readonly Process _tracer;
    private readonly Task<string> _said;
    private readonly string _trace;

    private SlowDisk(Process tracer, string trace)
    {
        (_tracer, _trace) = (tracer, trace);
        _said = tracer.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether a process can be slowed down here: it needs strace, and the right to trace.</summary>
    public static async Task<bool> IsPossibleAsync()
    {
        if (Tools.Find("strace") is null)
            return false;
        using var other = Process.Start("sleep", ["30"]);
        try
        {
            using var slow = await AttachAsync(other.Id, TimeSpan.FromMilliseconds(1));
            if (slow is null)
                return false;
            await slow.DetachAsync();
            return true;
        }
        finally
        {
            other.Kill();
        }
    }

    /// <summary>Slows a process down; null when it cannot be.</summary>
    public static async Task<SlowDisk?> AttachAsync(int processId, TimeSpan delay)
    {
        var trace = Path.GetTempFileName();
        var inject = string.Create(CultureInfo.InvariantCulture, $"inject=fdatasync,fsync:delay_exit={(long)delay.TotalMicroseconds}");
        var start = new ProcessStartInfo(Tools.Find("strace")!, ["-f", "-p", processId.ToString(CultureInfo.InvariantCulture), "-o", trace, "-e", "trace=fdatasync,fsync", "-e", inject]) { RedirectStandardError = true };
        var tracer = Process.Start(start)!;
        // The first thing it says is that it has attached, or why it has not.
        var said = await tracer.StandardError.ReadLineAsync() ?? "";
        var slow = new SlowDisk(tracer, trace);
        if (said.EndsWith(" attached", StringComparison.Ordinal) || said.Contains(" attached with ", StringComparison.Ordinal))
            return slow;
        await tracer.WaitForExitAsync();
        slow.Dispose();
        return null;
    }

    /// <summary>Lets the process go, which runs on (or is dead by now); gives how many times it was slowed down.</summary>
    public async Task<int> DetachAsync()
    {
        if (!_tracer.HasExited)
            await Tools.RunAsync("kill", ["-INT", _tracer.Id.ToString(CultureInfo.InvariantCulture)], "");
        await _tracer.WaitForExitAsync();
        await _said;
        return File.ReadLines(_trace).Count(line => line.Contains("(DELAYED)", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        if (!_tracer.HasExited)
            _tracer.Kill();
        _tracer.Dispose();
        File.Delete(_trace);
    }
}
